package io.minutebook.platform.command;

import static java.util.Objects.requireNonNull;

import io.minutebook.eventlog.AppendNotes;
import io.minutebook.eventlog.EventFamilies;
import io.minutebook.eventlog.EventLog;
import io.minutebook.eventlog.LogStorageEngine;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.Occurrence;
import io.minutebook.kernel.PolicyBook;
import io.minutebook.kernel.Rejected;
import io.minutebook.platform.security.SiteAccess;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Handles a subject's commands: one at a time per stream, load, decide, publish. The state in memory changes only after the events are
 * durable.
 */
final class SubjectShell<C, S, E extends Occurrence> implements MessageHandler<CommandMessage<?>> {
    private static final int LOCKS = 1024;

    private final Subject<C, S, E> subject;
    private final Streams<S, E> streams;
    private final EventStore events;
    private final EventLog log;
    private final SiteAccess access;
    private final PolicyBook policies;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final Supplier<@Nullable String> trace;
    private final ReentrantLock[] locks = new ReentrantLock[LOCKS];

    SubjectShell(
            Subject<C, S, E> subject,
            EventStore events,
            EventLog log,
            SiteAccess access,
            PolicyBook policies,
            Clock clock,
            Supplier<UUID> ids,
            Supplier<@Nullable String> trace) {
        this.subject = subject;
        this.streams = new Streams<>(subject, events);
        this.events = events;
        this.log = log;
        this.access = access;
        this.policies = policies;
        this.clock = clock;
        this.ids = ids;
        this.trace = trace;
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    @Override
    public @Nullable Object handle(CommandMessage<?> message) {
        C command = subject.commands().cast(message.getPayload());
        Ask ask = requireNonNull((Ask) message.getMetaData().get(Ask.KEY));
        UUID stream = UUID.fromString(subject.streamOf().apply(command));
        UnitOfWork<?> work = CurrentUnitOfWork.get();
        ReentrantLock lock = locks[Math.floorMod(stream.hashCode(), LOCKS)];
        lock.lock();
        work.onCleanup(done -> lock.unlock());
        work.onRollback(failed -> streams.forget(stream));

        Loaded<S> loaded = streams.known(stream);
        Decided<S, E> decided;
        try {
            decided = decide(command, loaded, ask);
        } catch (Rejected refused) {
            Loaded<S> fresh = streams.upToDate(stream);
            if (fresh.nextSequence() == loaded.nextSequence()) {
                throw refused;
            }
            loaded = fresh;
            decided = decide(command, loaded, ask);
        }
        if (decided.facts().isEmpty()) {
            // nobody checks what is not appended: it must rest on what other instances recorded, too
            Loaded<S> fresh = streams.upToDate(stream);
            if (fresh.nextSequence() != loaded.nextSequence()) {
                loaded = fresh;
                decided = decide(command, loaded, ask);
            }
        }
        record(stream, loaded, decided, ask, work);
        return null;
    }

    S state(UUID stream) {
        return streams.upToDate(stream).state();
    }

    private record Decided<S, E>(List<Decision.Fact<E>> facts, Instant now) {}

    private Decided<S, E> decide(C command, Loaded<S> loaded, Ask ask) {
        allowed(ask, subject.siteOf().apply(loaded.state()));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Decision<E> decision = new Decision<>(now, policies, ids);
        subject.decider().decide(command, loaded.state(), decision);
        return new Decided<>(decision.facts(), now);
    }

    private void record(UUID stream, Loaded<S> loaded, Decided<S, E> decided, Ask ask, UnitOfWork<?> work) {
        AppendNotes notes =
                new AppendNotes(ask.heard(), ask.receipt(), TimerNotes.of(subject.name(), stream, decided.facts()));
        if (decided.facts().isEmpty()) {
            if (ask.heard() != null || ask.receipt() != null) {
                log.append(List.of(), notes);
            }
            return;
        }
        Loaded<S> next = loaded;
        for (Decision.Fact<E> fact : decided.facts()) {
            next = next.plus(fact.id(), fact.event(), subject.decider());
        }
        String site = subject.siteOf().apply(next.state());
        allowed(ask, site);
        work.resources().put(LogStorageEngine.NOTES, notes);
        Loaded<S> after = next;
        work.afterCommit(done -> streams.keep(stream, after));
        events.publish(messages(stream, loaded, decided, ask, site));
    }

    private List<DomainEventMessage<E>> messages(
            UUID stream, Loaded<S> loaded, Decided<S, E> decided, Ask ask, @Nullable String site) {
        List<DomainEventMessage<E>> messages = new ArrayList<>();
        String traceNow = trace.get();
        String id = stream.toString();
        long sequence = loaded.nextSequence();
        for (Decision.Fact<E> fact : decided.facts()) {
            UUID cause = fact.cause() != null
                    ? fact.cause()
                    : causeOf(ask, loaded, fact.event().at(), decided.now());
            messages.add(new GenericDomainEventMessage<>(
                    subject.name(),
                    id,
                    sequence++,
                    fact.event(),
                    LogStorageEngine.metaData(
                            new EventFamilies.Circumstances(fact.id(), cause, id, ask.actor(), site, traceNow)),
                    fact.id().toString(),
                    decided.now()));
        }
        return messages;
    }

    /** What is entered as it happens rests on all there is, even where another host's clock ran ahead of ours. */
    private static <S> @Nullable UUID causeOf(Ask ask, Loaded<S> loaded, Instant occurredAt, Instant now) {
        if (ask.causedBy() != null) {
            return ask.causedBy();
        }
        return occurredAt.equals(now) ? loaded.lastEvent() : loaded.seenBy(occurredAt);
    }

    private void allowed(Ask ask, @Nullable String site) {
        if (ask.person() && site != null) {
            access.require(site);
        }
    }
}
