package io.minutebook.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a data directory says of how it was written: events change their shape until there is a first release, and old ones cannot be read then. */
final class DataFormat {
    /** One more each time stored or published events change so that old ones cannot be read. */
    private static final String CURRENT = "2";

    private static final String FILE = "format";

    private DataFormat() {}

    /**
     * Takes a new directory for this format, and lets pass one that has it.
     *
     * @throws Options.Unusable for a directory that was written in another one
     */
    static void check(Path data) {
        Path file = data.resolve(FILE);
        try {
            if (!Files.exists(data.resolve("postgres"))) {
                Files.createDirectories(data);
                Files.writeString(file, CURRENT);
                return;
            }
            String found = Files.exists(file) ? Files.readString(file).strip() : "1";
            if (!found.equals(CURRENT)) {
                throw new Options.Unusable("the data in " + data + " is of format " + found + ", this version reads "
                        + CURRENT + "; start with another --data");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
