package io.minutebook.testing;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Made when first asked for, then the same for everybody. */
final class Shared<T> {
    private final Supplier<T> maker;
    private @Nullable T made;

    Shared(Supplier<T> maker) {
        this.maker = maker;
    }

    synchronized T get() {
        var present = made;
        if (present == null) {
            present = maker.get();
            made = present;
        }
        return present;
    }
}
