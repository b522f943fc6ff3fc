package io.minutebook.platform.messaging;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Hears the topics from the moment the service is up until it stops. A service that hears nobody has nothing to run. */
final class Listening implements SmartLifecycle {
    private final Supplier<List<ConcurrentMessageListenerContainer<String, byte[]>>> containers;
    private List<ConcurrentMessageListenerContainer<String, byte[]>> inboxKey = List.of();
    private volatile boolean running;

    Listening(Supplier<List<ConcurrentMessageListenerContainer<String, byte[]>>> containers) {
        this.containers = containers;
    }

    @Override
    public void start() {
        inboxKey = containers.get();
        inboxKey.forEach(ConcurrentMessageListenerContainer::start);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        inboxKey.forEach(container -> {
            container.stop();
            container.destroy();
        });
        inboxKey = List.of();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
