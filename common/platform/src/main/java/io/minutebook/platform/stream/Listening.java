package io.minutebook.platform.stream;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Hears the topics from the moment the service is up until it stops. A service that hears nobody has nothing to run. */
final class Listening implements SmartLifecycle {
    private final Supplier<ConcurrentMessageListenerContainer<String, byte[]>> container;
    private final boolean any;
    private @Nullable ConcurrentMessageListenerContainer<String, byte[]> running;

    Listening(Supplier<ConcurrentMessageListenerContainer<String, byte[]>> container, boolean any) {
        this.container = container;
        this.any = any;
    }

    @Override
    public void start() {
        if (any) {
            running = container.get();
            running.start();
        }
    }

    @Override
    public void stop() {
        if (running != null) {
            running.stop();
            running.destroy();
            running = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
