package io.minutebook.projection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A read model that is built from topics alone. One instance of a service applies at a time, one batch after the other, each in one transaction
 * with the position, so that a fact is never lost and never counted twice.
 */
public interface Projection {
    /** The facts of some subjects as they were read back, before anything was made of them. */
    interface RebuildChunk {
        /** The last of these subjects; the next ones stand behind it. */
        String last();

        /** Works out what follows from the facts, without the database. */
        RebuildWrite derive();
    }

    /** What follows from the facts for some subjects, worked out and not yet written. */
    interface RebuildWrite {
        /** Writes it, within a transaction. Some may stand there already. */
        void write();
    }

    /** A fixed name; positions are kept under it. */
    String name();

    /** The topics it reads, each from its beginning. */
    List<String> topics();

    /** Applies facts in the order of their partition, within the reader's transaction. A fact may come again after a failure elsewhere. */
    void apply(TableCopy tableCopy, List<TopicEvent> events);

    /** What is remembered of this copy's tables may no longer be true. */
    default void forget(TableCopy tableCopy) {}

    /** Makes the next copy's tables anew and empty, within a transaction. */
    void prepareNext();

    /**
     * Adds facts to the next copy in bulk, within a transaction, and leaves for later what follows from them. Several threads do so at a time, each
     * with partitions of its own; a fact may come twice.
     */
    void load(List<TopicEvent> events);

    /** Once all is loaded: the next subjects behind the given one; null where there are no more. Only reads, in a transaction. */
    @Nullable
    RebuildChunk pieceAfter(String subject);

    /** Puts the next copy in the serving one's place, within a transaction. */
    void swap();
}
