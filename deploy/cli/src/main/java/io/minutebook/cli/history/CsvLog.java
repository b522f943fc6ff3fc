package io.minutebook.cli.history;

import static io.minutebook.cli.Texts.text;

import io.minutebook.cli.Failure;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Consumer;

/** A log as CSV: the first row names the columns. A name that comes twice gets a number behind it. */
final class CsvLog implements SourceLog {
    private final LogFile file;
    private final char separator;
    private final Charset charset;
    private final SequencedSet<String> columns = new LinkedHashSet<>();
    private final List<String> remarks = new ArrayList<>();

    CsvLog(LogFile file, char separator, Charset charset) throws IOException {
        this.file = file;
        this.separator = separator;
        this.charset = charset;
        try (CsvReader reader = open()) {
            header(reader).forEach(this::name);
        }
    }

    private void name(String header) {
        String name = header;
        for (int again = 2; !columns.add(name); again++) {
            name = header + " (" + again + ")";
        }
        if (!name.equals(header)) {
            remarks.add(text("csv-header-twice", header, name));
        }
    }

    @Override
    public Set<String> columns() {
        return columns;
    }

    @Override
    public List<String> remarks() {
        return remarks;
    }

    @Override
    public void read(Consumer<SourceRow> rows) throws IOException {
        try (CsvReader reader = open()) {
            header(reader);
            for (CsvReader.Line line = reader.next(); line != null; line = reader.next()) {
                rows.accept(row(line));
            }
        }
    }

    private SourceRow row(CsvReader.Line line) {
        String fault = line.fault();
        if (fault == null && line.fields().size() != columns.size()) {
            fault = text("csv-width", line.fields().size(), columns.size());
        }
        if (fault != null) {
            String last = String.valueOf(line.last());
            return SourceRow.unreadable(
                    line.line(), line.last() > line.line() ? fault + text("csv-up-to", last) : fault);
        }
        Map<String, String> values = LinkedHashMap.newLinkedHashMap(columns.size());
        int at = 0;
        for (String column : columns) {
            values.put(column, line.fields().get(at++));
        }
        return SourceRow.of(line.line(), values);
    }

    private CsvReader open() throws IOException {
        return new CsvReader(new MarkingReader(file.open(), charset), separator);
    }

    private List<String> header(CsvReader reader) throws IOException {
        CsvReader.Line header = reader.next();
        if (header == null) {
            throw new Failure(text("file-empty", file.path()));
        }
        if (header.fault() != null) {
            throw new Failure(text("header-unreadable", file.path(), header.fault()));
        }
        return header.fields();
    }
}
