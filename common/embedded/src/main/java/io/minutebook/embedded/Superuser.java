package io.minutebook.embedded;

import java.util.List;

/** PostgreSQL refuses to run as root; a user namespace of its own shows it an ordinary user over the same files. */
final class Superuser {
    static final List<String> APART = List.of("unshare", "--user");

    static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private Superuser() {}
}
