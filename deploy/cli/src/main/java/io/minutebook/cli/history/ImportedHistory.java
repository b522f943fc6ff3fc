package io.minutebook.cli.history;

import static io.minutebook.cli.Texts.text;

import io.minutebook.cli.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of history under its mapping. It is read twice: once to refuse what cannot be taken and to find every row's
 * place in its case, once to hand the rows out in the file's order.
 */
public final class ImportedHistory {
    private static final JsonMapper JSON = new JsonMapper();

    private final LogFile file;
    private final Mapping mapping;
    private final SourceLog log;
    private final RowReader reader;
    private final RowOrder rowOrder;
    private final MessageDigest digest;
    private int read;
    private int skipped;
    private int twice;

    private ImportedHistory(LogFile file, Mapping mapping, SourceLog log, RowReader reader) {
        this.file = file;
        this.mapping = mapping;
        this.log = log;
        this.reader = reader;
        this.rowOrder = new RowOrder(mapping.order().size());
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens the file and checks the mapping against what stands in it. */
    public static ImportedHistory open(Path file, Path mappingFile) throws IOException {
        Mapping mapping = MappingReader.read(mappingFile);
        LogFile logFile = new LogFile(file);
        SourceLog log = switch (mapping.format()) {
            case CSV -> new CsvLog(logFile, mapping.separator(), mapping.encoding());
            case XES -> new XesLog(logFile);
        };
        return new ImportedHistory(logFile, mapping, log, new RowReader(mapping, log.columns()));
    }

    /** The name under which the suite knows these rows again. */
    public String source() {
        return mapping.source() == null ? file.name() : mapping.source();
    }

    /** Reads all rows. Each one that cannot be taken goes to {@code refused} with its line and the reason. */
    public void survey(BiConsumer<Integer, String> refused, IntConsumer progress) throws IOException {
        log.read(source -> {
            progress.accept(++read);
            try {
                RowReader.Taken taken = reader.read(source);
                skipped += taken.shift() == SourceTime.Shift.SKIPPED ? 1 : 0;
                twice += taken.shift() == SourceTime.Shift.TWICE ? 1 : 0;
                rowOrder.add(taken.row().caseKey(), taken.time(), taken.order(), print(taken));
            } catch (RowRefused refusal) {
                refused.accept(source.line(), refusal.reason());
            }
        });
        rowOrder.settle();
    }

    /** After the survey: the rows that can be taken, each with its place. */
    public void rows(Consumer<ImportedRow> rows) throws IOException {
        int[] next = {0};
        log.read(source -> {
            RowReader.Taken taken = taken(source);
            if (taken != null) {
                int at = next[0]++;
                if (at >= rowOrder.rows() || rowOrder.print(at) != print(taken)) {
                    throw new Failure(text("file-changed", file.path()));
                }
                rows.accept(taken.row().placed(rowOrder.rank(at), source.line(), rowOrder.copy(at)));
            }
        });
        if (next[0] != rowOrder.rows()) {
            throw new Failure(text("file-changed", file.path()));
        }
    }

    public int read() {
        return read;
    }

    public int taken() {
        return rowOrder.rows();
    }

    public int cases() {
        return rowOrder.cases();
    }

    /** What the user should know about how the file was understood, in sentences. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>(log.remarks());
        if (skipped > 0) {
            remarks.add(text("time-skipped", skipped));
        }
        if (twice > 0) {
            remarks.add(text("time-twice", twice));
        }
        return remarks;
    }

    private RowReader.@Nullable Taken taken(SourceRow source) {
        try {
            return reader.read(source);
        } catch (RowRefused refusal) {
            return null;
        }
    }

    /** Equal for rows that say the same, at the same moment, whatever the offset it is written in. */
    private long print(RowReader.Taken taken) {
        byte[] content = JSON.writeValueAsBytes(taken.row().said(taken.time().toString()));
        return ByteBuffer.wrap(digest.digest(content)).getLong();
    }
}
