package io.minutebook.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The server's programs, unpacked once per user into a cache and shared by every server this user runs. */
final class PostgresBinaries {
    private final Path home;
    private final Runner runner;

    private PostgresBinaries(Path home, Runner runner) {
        this.home = home;
        this.runner = runner;
    }

    Runner runner() {
        return runner;
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    static PostgresBinaries unpacked() throws IOException {
        var archive = archive();
        var source = PostgresBinaries.class.getResource("/" + archive);
        if (source == null) {
            throw new IOException("no PostgreSQL for " + System.getProperty("os.name") + " on "
                    + System.getProperty("os.arch") + " is packed with Minutebook");
        }
        var connection = source.openConnection();
        var stamp = Long.toHexString(connection.getContentLengthLong()) + "-" + archive.hashCode();
        connection.getInputStream().close();
        var runner = Runner.find();
        var cache = runner.cache();
        var home = cache.resolve("postgresql-" + stamp);
        if (!Files.isDirectory(home)) {
            unpack(archive, cache, home);
        }
        return new PostgresBinaries(home, runner);
    }

    private static void unpack(String archive, Path cache, Path home) throws IOException {
        try (var channel = FileChannel.open(
                        cache.resolve("unpack.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (lock.isValid() && Files.isDirectory(home)) {
                return;
            }
            var half = Files.createTempDirectory(cache, "unpacking");
            try (var resource = PostgresBinaries.class.getResourceAsStream("/" + archive);
                    var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(resource)))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    place(tar, entry, half);
                }
            }
            Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        var target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolve("..").normalize());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, root.resolve(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            if ((entry.getMode() & 0100) != 0) {
                var permissions = EnumSet.copyOf(Files.getPosixFilePermissions(target));
                permissions.addAll(PosixFilePermissions.fromString("--x--x--x"));
                Files.setPosixFilePermissions(target, permissions);
            }
        }
    }

    private static String archive() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        var arm = System.getProperty("os.arch").equals("aarch64");
        return "postgres-" + system + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
    }
}
