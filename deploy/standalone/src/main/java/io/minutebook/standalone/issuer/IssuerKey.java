package io.minutebook.standalone.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.UUID;

/** The key tokens are signed with; it stays the same over restarts, so that tokens do too. */
final class IssuerKey {
    static RSAKey keptIn(Path directory) {
        var file = directory.resolve("key.json");
        try {
            if (!Files.exists(file)) {
                make(Files.createDirectories(directory), file);
            }
            return RSAKey.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("the issuer's key in " + file + " cannot be read", e);
        }
    }

    private static void make(Path directory, Path file) throws IOException, JOSEException {
        var half = directory.resolve("key.half");
        Files.deleteIfExists(half);
        Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var key = new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        Files.writeString(half, key.toJSONString());
        Files.move(half, file);
    }

    private IssuerKey() {}
}
