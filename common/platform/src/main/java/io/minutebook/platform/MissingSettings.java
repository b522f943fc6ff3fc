package io.minutebook.platform;

import java.util.List;

/** A service was started without something it needs; the message is the one line its operator reads. */
final class MissingSettings extends RuntimeException {
    MissingSettings(String service, List<String> missing) {
        super(
                service + " cannot start, these are not set: "
                        + String.join(", ", missing.stream().sorted().toList()),
                null,
                false,
                false);
    }
}
