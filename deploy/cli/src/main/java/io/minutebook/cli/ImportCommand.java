package io.minutebook.cli;

import static io.minutebook.cli.Texts.text;

import io.minutebook.cli.history.ImportedHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings another system's history in. It may be repeated: what is known already stays as it is. */
@Command(name = "import", resourceBundle = Texts.BUNDLE, mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class ImportCommand implements Callable<Integer> {
    @Mixin
    private Connection connection;

    @Parameters(paramLabel = "FILE", descriptionKey = "import.file")
    private Path file;

    @Option(names = "--mapping", required = true, paramLabel = "MAP.yaml", descriptionKey = "import.mapping")
    private Path mapping;

    @Option(names = "--rejects", paramLabel = "FILE", descriptionKey = "import.rejects")
    private @Nullable Path rejects;

    @Override
    public Integer call() throws IOException, InterruptedException {
        SuiteClient suiteClient = connection.suite();
        ImportedHistory importedHistory = ImportedHistory.open(file, mapping);
        try (RejectedRows rejectedRows = new RejectedRows(rejects)) {
            try (Progress reading = new Progress(text("reading"), 0)) {
                importedHistory.survey((line, reason) -> rejectedRows.add(line, reason, reading), reading::at);
            }
            importedHistory.remarks().forEach(System.err::println);
            if (importedHistory.read() == 0) {
                throw new Failure(text("no-rows", file));
            }
            Arrival arrival = new Arrival(suiteClient);
            try (Progress sending = new Progress(text("sending"), importedHistory.taken())) {
                RowUpload rowUpload = new RowUpload(suiteClient, importedHistory.source(), rejectedRows, sending);
                importedHistory.rows(rowUpload::add);
                rowUpload.end();
                sending.say(text(
                        "import-done",
                        importedHistory.read(),
                        rowUpload.taken(),
                        importedHistory.cases(),
                        rowUpload.imported(),
                        rowUpload.known(),
                        rejectedRows.count()));
                if (!arrival.await(rowUpload.imported())) {
                    System.err.println(text("not-arrived"));
                }
                return rowUpload.taken() > 0 ? 0 : 1;
            }
        }
    }
}
