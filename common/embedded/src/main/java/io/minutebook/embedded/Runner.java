package io.minutebook.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * As whom the server's programs run. PostgreSQL refuses to be root: where we are, a user namespace of its own shows it
 * an ordinary user over the same files; where the system grants no namespace, it runs as nobody, who then owns its files.
 */
enum Runner {
    OURSELVES(List.of()),
    APART(List.of("unshare", "--user")),
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    private static final int UID_OF_NOBODY = 65_534;
    private static final int PATIENCE_SECONDS = 10;

    private final List<String> prefix;

    Runner(List<String> prefix) {
        this.prefix = prefix;
    }

    static Runner find() throws IOException {
        if (!System.getProperty("user.name").equals("root")) {
            return OURSELVES;
        }
        for (var runner : List.of(APART, NOBODY)) {
            if (runner.can("true")) {
                return runner;
            }
        }
        throw new IOException("PostgreSQL does not run as root here; start Minutebook as an ordinary user");
    }

    List<String> command(Path program, List<String> arguments) {
        var command = new ArrayList<>(prefix);
        command.add(program.toString());
        command.addAll(arguments);
        return command;
    }

    /** Where the programs are kept: where whoever runs them can reach them. */
    Path cache() throws IOException {
        if (this == NOBODY) {
            return Files.createDirectories(Path.of("/var/cache/minutebook"));
        }
        var xdg = System.getenv("XDG_CACHE_HOME");
        var base = xdg == null || xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        try {
            return Files.createDirectories(base.resolve("minutebook"));
        } catch (IOException noHome) {
            var temporary =
                    Path.of(System.getProperty("java.io.tmpdir"), "minutebook-" + System.getProperty("user.name"));
            return Files.createDirectories(temporary);
        }
    }

    /** Gives the directory to whoever runs the programs. */
    void own(Path directory) throws IOException {
        if (this != NOBODY) {
            return;
        }
        try (var all = Files.walk(directory)) {
            for (var path : all.toList()) {
                Files.setAttribute(path, "unix:uid", UID_OF_NOBODY);
            }
        }
        if (!can("test", "-w", directory.toString())) {
            throw new IOException(
                    "the user nobody cannot reach " + directory + "; choose another directory with --data");
        }
    }

    private boolean can(String... command) {
        var all = new ArrayList<>(prefix);
        all.addAll(List.of(command));
        try {
            var process = new ProcessBuilder(all).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
