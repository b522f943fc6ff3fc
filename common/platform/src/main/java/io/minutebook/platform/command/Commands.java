package io.minutebook.platform.command;

import io.minutebook.eventlog.AlreadyAnswered;
import io.minutebook.eventlog.AppendNotes.Receipt;
import io.minutebook.eventlog.Heard;
import io.minutebook.eventlog.Receipts;
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
    private final Receipts receipts;
    private final SiteAccess access;
    private final String service;

    Commands(CommandBus bus, Receipts receipts, SiteAccess access, String service) {
        this.bus = bus;
        this.receipts = receipts;
        this.access = access;
        this.service = service;
    }

    /** The command of the person whose request is in hand. */
    public void send(Object command) {
        send(command, Void.class, null, access.caller(), true);
    }

    /** The same; returns the answer, or the one that was first given under the request's Idempotency-Key. */
    @SuppressWarnings("unchecked")
    public <R> R send(Object command, R answer) {
        R given = send(command, (Class<R>) answer.getClass(), answer, access.caller(), true);
        return given == null ? answer : given;
    }

    /** The command of somebody from outside on an open address, such as a customer: no site's rights are asked for. */
    public void sendOpenly(Object command, String actor) {
        send(command, Void.class, null, actor, false);
    }

    /** A command that an event of this service's own led to. */
    public void follow(Object command, UUID causedBy) {
        dispatch(command, new Ask(service, false, causedBy, null, null));
    }

    /** A command that a clock led to; its events name their own causes. */
    public void clock(Object command) {
        dispatch(command, new Ask("clock", false, null, null, null));
    }

    /**
     * A command that another service's event led to.
     *
     * @throws io.minutebook.eventlog.AlreadyHeard when it was answered before
     */
    public void hear(Object command, UUID causedBy, Heard heard) {
        dispatch(command, new Ask(service, false, causedBy, heard, null));
    }

    private <R> @Nullable R send(Object command, Class<R> kind, @Nullable R answer, String caller, boolean person) {
        Optional<Idempotency.Keyed> key = Idempotency.current();
        if (key.isEmpty()) {
            dispatch(command, new Ask(caller, person, null, null, null));
            return answer;
        }
        Optional<Receipt> before = receipts.find(caller, key.get().key());
        if (before.isPresent()) {
            return given(before.get(), key.get(), kind);
        }
        String written = answer == null ? null : JSON.writeValueAsString(answer);
        Receipt receipt = new Receipt(caller, key.get().key(), key.get().fingerprint(), written);
        try {
            dispatch(command, new Ask(caller, person, null, null, receipt));
            return answer;
        } catch (AlreadyAnswered e) {
            return given(receipts.find(caller, key.get().key()).orElseThrow(), key.get(), kind);
        } catch (Rejected refused) {
            // refused, maybe, because the same request was carried out a moment ago
            Receipt meanwhile = receipts.find(caller, key.get().key()).orElseThrow(() -> refused);
            return given(meanwhile, key.get(), kind);
        }
    }

    private static <R> @Nullable R given(Receipt receipt, Idempotency.Keyed key, Class<R> kind) {
        if (!receipt.fingerprint().equals(key.fingerprint())) {
            throw new KeyReused(key.key());
        }
        return receipt.answer() == null ? null : JSON.readValue(receipt.answer(), kind);
    }

    private void dispatch(Object command, Ask ask) {
        for (int attempt = 1; ; attempt++) {
            try {
                dispatchOnce(command, ask);
                return;
            } catch (ConcurrencyException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private void dispatchOnce(Object command, Ask ask) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        bus.dispatch(
                new GenericCommandMessage<>(
                        new GenericMessage<>(command, MetaData.with(Ask.KEY, ask)),
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
