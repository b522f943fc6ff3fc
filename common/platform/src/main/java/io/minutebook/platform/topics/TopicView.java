package io.minutebook.platform.topics;

import java.util.List;

/**
 * A read model that is built from topics alone. One instance of a service applies at a time, one batch after the other, each in one transaction
 * with the position, so that a fact is never lost and never counted twice.
 */
public interface TopicView {
    /** A fixed name; positions are kept under it. */
    String name();

    /** The topics it reads, each from its beginning. */
    List<String> topics();

    /** Applies facts in the order of their partition, within the reader's transaction. A fact may come again after a failure elsewhere. */
    void apply(Copy copy, List<Fact> facts);

    /** Makes the next copy's tables anew and empty, within a transaction. */
    void prepareNext();

    /** Puts the next copy in the serving one's place, within a transaction. */
    void swap();
}
