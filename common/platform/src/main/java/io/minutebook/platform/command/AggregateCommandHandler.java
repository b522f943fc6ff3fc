package io.minutebook.platform.command;

import static java.util.Objects.requireNonNull;

import io.minutebook.eventlog.AppendAttachments;
import io.minutebook.eventlog.EventCodecs;
import io.minutebook.eventlog.EventLog;
import io.minutebook.eventlog.LogStorageEngine;
import io.minutebook.kernel.Decision;
import io.minutebook.kernel.DomainEvent;
import io.minutebook.kernel.Fact;
import io.minutebook.kernel.Rejected;
import io.minutebook.kernel.SitePolicies;
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
final class AggregateCommandHandler<C, S, E extends DomainEvent> implements MessageHandler<CommandMessage<?>> {
    private static final int LOCKS = 1024;

    private final AggregateType<C, S, E> aggregateType;
    private final AggregateCache<S, E> aggregateCache;
    private final EventStore events;
    private final EventLog log;
    private final SiteAccess access;
    private final Supplier<SitePolicies> policies;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final Supplier<@Nullable String> trace;
    private final ReentrantLock[] locks = new ReentrantLock[LOCKS];

    AggregateCommandHandler(
            AggregateType<C, S, E> aggregateType,
            EventStore events,
            EventLog log,
            SiteAccess access,
            Supplier<SitePolicies> policies,
            Clock clock,
            Supplier<UUID> ids,
            Supplier<@Nullable String> trace) {
        this.aggregateType = aggregateType;
        this.aggregateCache = new AggregateCache<>(aggregateType, events);
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
        C command = aggregateType.commands().cast(message.getPayload());
        CommandContext commandContext =
                requireNonNull((CommandContext) message.getMetaData().get(CommandContext.KEY));
        UUID stream = UUID.fromString(aggregateType.streamOf().apply(command));
        UnitOfWork<?> work = CurrentUnitOfWork.get();
        ReentrantLock lock = locks[Math.floorMod(stream.hashCode(), LOCKS)];
        lock.lock();
        work.onCleanup(done -> lock.unlock());
        work.onRollback(failed -> aggregateCache.forget(stream));

        LoadedAggregate<S> loadedAggregate =
                commandContext.begins() ? aggregateCache.empty() : aggregateCache.known(stream);
        Decided<S, E> decided;
        try {
            decided = decide(stream, command, loadedAggregate, commandContext);
        } catch (Rejected refused) {
            LoadedAggregate<S> fresh = aggregateCache.upToDate(stream);
            if (fresh.nextSequence() == loadedAggregate.nextSequence()) {
                throw refused;
            }
            loadedAggregate = fresh;
            decided = decide(stream, command, loadedAggregate, commandContext);
        }
        if (decided.decided().isEmpty()) {
            // nobody checks what is not appended: it must rest on what other instances recorded, too
            LoadedAggregate<S> fresh = aggregateCache.upToDate(stream);
            if (fresh.nextSequence() != loadedAggregate.nextSequence()) {
                loadedAggregate = fresh;
                decided = decide(stream, command, loadedAggregate, commandContext);
            }
        }
        record(stream, loadedAggregate, decided, commandContext, work);
        return null;
    }

    S state(UUID stream) {
        return aggregateCache.upToDate(stream).state();
    }

    private record Decided<S, E>(List<Decision.DecidedEvent<E>> decided, Instant now) {}

    private Decided<S, E> decide(
            UUID stream, C command, LoadedAggregate<S> loadedAggregate, CommandContext commandContext) {
        allowed(commandContext, aggregateType.siteOf().apply(loadedAggregate.state()));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Decision<E> decision = new Decision<>(stream, now, policies.get(), ids);
        aggregateType.decider().decide(command, loadedAggregate.state(), decision);
        return new Decided<>(decision.decided(), now);
    }

    private void record(
            UUID stream,
            LoadedAggregate<S> loadedAggregate,
            Decided<S, E> decided,
            CommandContext commandContext,
            UnitOfWork<?> work) {
        AppendAttachments attachments = new AppendAttachments(
                commandContext.inboxKey(),
                commandContext.idempotencyRecord(),
                TimerUpdates.of(aggregateType.name(), stream, decided.decided(), decided.now()));
        if (decided.decided().isEmpty()) {
            if (commandContext.inboxKey() != null || commandContext.idempotencyRecord() != null) {
                log.append(List.of(), attachments);
            }
            return;
        }
        LoadedAggregate<S> next = loadedAggregate;
        for (Decision.DecidedEvent<E> fact : decided.decided()) {
            next = next.plus(new Fact<>(fact.id(), fact.event(), decided.now()), aggregateType.decider());
        }
        String site = aggregateType.siteOf().apply(next.state());
        allowed(commandContext, site);
        work.resources().put(LogStorageEngine.NOTES, attachments);
        LoadedAggregate<S> after = next;
        work.afterCommit(done -> aggregateCache.keep(stream, after));
        events.publish(messages(stream, loadedAggregate, decided, commandContext, site));
    }

    private List<DomainEventMessage<E>> messages(
            UUID stream,
            LoadedAggregate<S> loadedAggregate,
            Decided<S, E> decided,
            CommandContext commandContext,
            @Nullable String site) {
        List<DomainEventMessage<E>> messages = new ArrayList<>();
        String traceNow = trace.get();
        String id = stream.toString();
        long sequence = loadedAggregate.nextSequence();
        for (Decision.DecidedEvent<E> fact : decided.decided()) {
            UUID cause = fact.cause() != null
                    ? fact.cause()
                    : causeOf(commandContext, loadedAggregate, fact.event().at(), decided.now());
            messages.add(new GenericDomainEventMessage<>(
                    aggregateType.name(),
                    id,
                    sequence++,
                    fact.event(),
                    LogStorageEngine.metaData(new EventCodecs.EventMetadata(
                            fact.id(), cause, id, commandContext.actor(), site, traceNow)),
                    fact.id().toString(),
                    decided.now()));
        }
        return messages;
    }

    /** What is entered as it happens rests on all there is, even where another host's clock ran ahead of ours. */
    private static <S> @Nullable UUID causeOf(
            CommandContext commandContext, LoadedAggregate<S> loadedAggregate, Instant occurredAt, Instant now) {
        if (commandContext.causedBy() != null) {
            return commandContext.causedBy();
        }
        return occurredAt.equals(now) ? loadedAggregate.lastEvent() : loadedAggregate.seenBy(occurredAt);
    }

    private void allowed(CommandContext commandContext, @Nullable String site) {
        if (commandContext.person() && site != null) {
            access.require(site);
        }
    }
}
