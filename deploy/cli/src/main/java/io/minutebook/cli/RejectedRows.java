package io.minutebook.cli;

import static io.minutebook.cli.Texts.text;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Names every row that was not taken: on standard error, or in a file with only the first few there. */
final class RejectedRows implements AutoCloseable {
    private static final int SHOWN_BESIDE_FILE = 20;

    private final @Nullable PrintWriter file;
    private int count;

    RejectedRows(@Nullable Path path) throws IOException {
        this.file = path == null ? null : new PrintWriter(Files.newBufferedWriter(path));
        if (file != null) {
            file.println("line,reason");
        }
    }

    void add(int line, String reason, Progress progress) {
        count++;
        if (file != null) {
            file.println(line + ",\"" + reason.replace("\"", "\"\"") + "\"");
        }
        if (file == null || count <= SHOWN_BESIDE_FILE) {
            progress.say(text("row-refused", String.valueOf(line), reason.replaceAll("\\R", " ")));
        }
    }

    int count() {
        return count;
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
