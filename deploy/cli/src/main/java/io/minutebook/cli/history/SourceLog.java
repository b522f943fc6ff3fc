package io.minutebook.cli.history;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A log that can be read as often as needed, always from its beginning, never whole in memory. */
interface SourceLog {
    /** The names a mapping may use. */
    Set<String> columns() throws IOException;

    /** What was odd about the file as a whole and how it was taken, in sentences. */
    List<String> remarks();

    void read(Consumer<SourceRow> rows) throws IOException;
}
