package io.minutebook.cli;

import static io.minutebook.cli.Texts.text;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes imported history to a file. The file appears only once it is whole. */
@Command(name = "export", resourceBundle = Texts.BUNDLE, mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class ExportCommand implements Callable<Integer> {
    enum Format {
        CSV,
        XES,
        OCEL,
        PARQUET
    }

    @Mixin
    private Connection connection;

    @Option(names = "--format", required = true, paramLabel = "csv|xes|ocel|parquet", descriptionKey = "export.format")
    private Format format;

    @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "export.out")
    private Path out;

    @Override
    public Integer call() throws IOException {
        String path = switch (format) {
            case CSV -> "/api/followup/exports/history.csv";
            case XES, OCEL, PARQUET -> throw new Failure(text("export-not-yet", format.name()));
        };
        Path target = out.toAbsolutePath();
        Path home = target.getParent();
        if (home == null || !Files.isDirectory(home) || Files.isDirectory(target)) {
            throw new Failure(text("out-bad", out));
        }
        Path part = target.resolveSibling(target.getFileName() + ".part");
        long rows = -1;
        try (InputStream in = connection.suite().download(path);
                OutputStream to = new BufferedOutputStream(Files.newOutputStream(part))) {
            rows = copy(in, to);
        } catch (IOException e) {
            throw new Failure(text("export-broken", String.valueOf(e.getMessage())), e);
        } finally {
            if (rows < 0) {
                Files.deleteIfExists(part);
            }
        }
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        System.err.println(text("export-done", rows, Files.size(target), out));
        return 0;
    }

    /** Returns the rows below the header; a line end within quotes ends no row. */
    private static long copy(InputStream in, OutputStream to) throws IOException {
        long rows = 0;
        boolean quoted = false;
        byte[] buffer = new byte[1 << 16];
        try (Progress progress = new Progress(text("exporting"), 0)) {
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                to.write(buffer, 0, got);
                for (int i = 0; i < got; i++) {
                    quoted ^= buffer[i] == '"';
                    rows += buffer[i] == '\n' && !quoted ? 1 : 0;
                }
                progress.at(rows);
            }
        }
        return Math.max(0, rows - 1);
    }
}
