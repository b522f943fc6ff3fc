package io.minutebook.platform.command;

import io.minutebook.eventlog.AppendAttachments.IdempotencyRecord;
import io.minutebook.eventlog.DuplicateRequest;
import io.minutebook.eventlog.IdempotencyStore;
import io.minutebook.eventlog.InboxKey;
import io.minutebook.kernel.Rejected;
import io.minutebook.platform.security.SiteAccess;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Where commands are given. Each returns when its events are durable, or throws and has recorded nothing. */
public final class Commands {
    private static final int TRIES = 10;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CommandBus bus;
    private final IdempotencyStore idempotencyStore;
    private final SiteAccess access;
    private final String service;

    Commands(CommandBus bus, IdempotencyStore idempotencyStore, SiteAccess access, String service) {
        this.bus = bus;
        this.idempotencyStore = idempotencyStore;
        this.access = access;
        this.service = service;
    }

    /** The command of the person whose request is in hand. */
    public void send(Object command) {
        send(command, Void.class, null, byCaller(false, null));
    }

    /** The same; returns the answer, or the one that was first given under the request's Idempotency-Key. */
    @SuppressWarnings("unchecked")
    public <R> R send(Object command, R answer) {
        R given = send(command, (Class<R>) answer.getClass(), answer, byCaller(false, null));
        return given == null ? answer : given;
    }

    /** The same for the first command of a stream whose id was made a moment ago, so that nothing is read before it is decided. */
    public <R> R begin(Object command, R answer) {
        return begin(command, answer, null);
    }

    /** The same for a stream that begins because of an event of another one. */
    @SuppressWarnings("unchecked")
    public <R> R begin(Object command, R answer, @Nullable UUID causedBy) {
        R given = send(command, (Class<R>) answer.getClass(), answer, byCaller(true, causedBy));
        return given == null ? answer : given;
    }

    /** The command of somebody from outside on an open address, such as a customer: no site's rights are asked for. */
    public void sendOpenly(Object command, String actor) {
        send(command, Void.class, null, new CommandContext(actor, false, false, null, null, null));
    }

    /** A command that an event of this service's own led to. */
    public void react(Object command, UUID causedBy) {
        dispatch(command, new CommandContext(service, false, false, causedBy, null, null));
    }

    /** A command that a clock led to; its events name their own causes. */
    public void onTimer(Object command) {
        dispatch(command, new CommandContext("clock", false, false, null, null, null));
    }

    /**
     * A command that another service's event led to.
     *
     * @throws io.minutebook.eventlog.DuplicateMessage when it was answered before
     */
    public void receive(Object command, UUID causedBy, InboxKey inboxKey) {
        dispatch(command, new CommandContext(service, false, false, causedBy, inboxKey, null));
    }

    private CommandContext byCaller(boolean begins, @Nullable UUID causedBy) {
        return new CommandContext(access.actor().stored(), true, begins, causedBy, null, null);
    }

    private <R> @Nullable R send(Object command, Class<R> kind, @Nullable R answer, CommandContext context) {
        Optional<IdempotencyKeyFilter.Keyed> key = IdempotencyKeyFilter.current();
        if (key.isEmpty()) {
            dispatch(command, context);
            return answer;
        }
        String caller = context.actor();
        Optional<IdempotencyRecord> before =
                idempotencyStore.find(caller, key.get().key());
        if (before.isPresent()) {
            return given(before.get(), key.get(), kind);
        }
        String written = answer == null ? null : JSON.writeValueAsString(answer);
        IdempotencyRecord idempotencyRecord =
                new IdempotencyRecord(caller, key.get().key(), key.get().fingerprint(), written);
        try {
            dispatch(command, context.under(idempotencyRecord));
            return answer;
        } catch (DuplicateRequest e) {
            return given(idempotencyStore.find(caller, key.get().key()).orElseThrow(), key.get(), kind);
        } catch (Rejected refused) {
            // refused, maybe, because the same request was carried out a moment ago
            IdempotencyRecord meanwhile =
                    idempotencyStore.find(caller, key.get().key()).orElseThrow(() -> refused);
            return given(meanwhile, key.get(), kind);
        }
    }

    private static <R> @Nullable R given(
            IdempotencyRecord idempotencyRecord, IdempotencyKeyFilter.Keyed key, Class<R> kind) {
        if (!idempotencyRecord.fingerprint().equals(key.fingerprint())) {
            throw new IdempotencyKeyReused(key.key());
        }
        return idempotencyRecord.answer() == null ? null : JSON.readValue(idempotencyRecord.answer(), kind);
    }

    private void dispatch(Object command, CommandContext first) {
        CommandContext commandContext = first;
        for (int attempt = 1; ; attempt++) {
            try {
                dispatchOnce(command, commandContext);
                return;
            } catch (ConcurrencyException e) {
                if (attempt == TRIES) {
                    throw e;
                }
                commandContext = first.again();
            }
        }
    }

    private void dispatchOnce(Object command, CommandContext commandContext) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        bus.dispatch(
                new GenericCommandMessage<>(
                        new GenericMessage<>(command, MetaData.with(CommandContext.KEY, commandContext)),
                        command.getClass().getName()),
                (message, result) -> {
                    if (result.isExceptional()) {
                        done.completeExceptionally(result.exceptionResult());
                    } else {
                        done.complete(null);
                    }
                });
        try {
            done.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
