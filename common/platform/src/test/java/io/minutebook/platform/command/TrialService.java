package io.minutebook.platform.command;

import io.minutebook.contract.CaseHeader;
import io.minutebook.contract.FaultCleared;
import io.minutebook.contract.ProgressReported;
import io.minutebook.contract.PublishedEvent;
import io.minutebook.contract.Topics;
import io.minutebook.eventlog.StoredEvent;
import io.minutebook.kernel.History;
import io.minutebook.platform.Service;
import io.minutebook.platform.messaging.Listener;
import io.minutebook.platform.messaging.Message;
import io.minutebook.platform.messaging.Publisher;
import io.minutebook.platform.process.Reaction;
import io.minutebook.testing.Stand;
import io.minutebook.testing.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A service around {@link Parcel}, on the stand's database and broker. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class TrialService {
    /** Parcels whose clearances this service cannot understand for now. */
    static final Set<String> PUZZLING = ConcurrentHashMap.newKeySet();

    /** How often looking at a parcel's clock has failed; for parcels that are not here it does not fail. */
    public static final Map<String, AtomicInteger> FAILING_CLOCKS = new ConcurrentHashMap<>();

    /** What the first look at a parcel's clock waits for, in whatever instance; then it is taken from here. */
    public static final Map<String, CountDownLatch> HANGING_CLOCKS = new ConcurrentHashMap<>();

    static final List<StoredEvent<Parcel.Event>> SEEN = new CopyOnWriteArrayList<>();

    public static ConfigurableApplicationContext start(String database, String... more) {
        return start(database, List.of(), more);
    }

    /** Starts it with these configurations beside its own. */
    static ConfigurableApplicationContext start(String database, List<Class<?>> beside, String... more) {
        SpringApplication service = Service.application(TrialService.class, "trial");
        service.addPrimarySources(beside);
        return service.run(args(database, more));
    }

    private static String[] args(String database, String... more) {
        List<String> args = new CopyOnWriteArrayList<>(List.of(
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=",
                "--spring.kafka.bootstrap-servers=" + Stand.kafka().bootstrapServers(),
                "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + TestTokens.jwkSetUri(),
                "--server.port=0",
                "--minutebook.kafka.partitions=3"));
        args.addAll(List.of(more));
        return args.toArray(String[]::new);
    }

    @Bean
    AggregateType<Parcel.Command, History<Parcel.State, Parcel.Event>, Parcel.Event> parcels() {
        return Parcel.SUBJECT;
    }

    static Object lookAtClock(String stream, String clock, int round) {
        AtomicInteger failures = FAILING_CLOCKS.get(stream);
        if (failures != null) {
            failures.incrementAndGet();
            throw new IllegalStateException("planted");
        }
        CountDownLatch hanging = HANGING_CLOCKS.remove(stream);
        if (hanging != null) {
            try {
                hanging.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return new Parcel.Command.ClockDue(stream, clock, round);
    }

    @Bean
    Publisher<Parcel.Event> publisher() {
        return new Publisher<>() {
            @Override
            public Class<Parcel.Event> family() {
                return Parcel.Event.class;
            }

            @Override
            public String topic() {
                return Topics.ESCALATION_CASES;
            }

            @Override
            public @Nullable PublishedEvent translate(StoredEvent<Parcel.Event> event) {
                return event.event() instanceof Parcel.Event.Counted counted
                        ? new ProgressReported(
                                new CaseHeader(event.stream(), "number", "site", 1), Integer.toString(counted.count()))
                        : null;
            }
        };
    }

    @Bean
    Listener<FaultCleared> listener() {
        return new Listener<>() {
            @Override
            public Class<FaultCleared> eventType() {
                return FaultCleared.class;
            }

            @Override
            public Object command(Message<FaultCleared> message) {
                if (PUZZLING.contains(message.subject())) {
                    throw new IllegalStateException("planted");
                }
                return new Parcel.Command.NoteClearance(message.subject(), message.occurredAt());
            }
        };
    }

    @Bean
    Reaction<Parcel.Event> reaction() {
        return new Reaction<>() {
            @Override
            public String name() {
                return "policy.watch";
            }

            @Override
            public Class<Parcel.Event> family() {
                return Parcel.Event.class;
            }

            @Override
            public void on(StoredEvent<Parcel.Event> event) {
                SEEN.add(event);
            }
        };
    }
}
