package io.minutebook.cli;

import static io.minutebook.cli.Texts.text;

import io.minutebook.cli.history.History;
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
        Suite suite = connection.suite();
        History history = History.open(file, mapping);
        try (Refusals refusals = new Refusals(rejects)) {
            try (Progress reading = new Progress(text("reading"), 0)) {
                history.survey((line, reason) -> refusals.add(line, reason, reading), reading::at);
            }
            history.remarks().forEach(System.err::println);
            if (history.read() == 0) {
                throw new Failure(text("no-rows", file));
            }
            Arrival arrival = new Arrival(suite);
            try (Progress sending = new Progress(text("sending"), history.taken())) {
                Shipment shipment = new Shipment(suite, history.source(), refusals, sending);
                history.rows(shipment::add);
                shipment.end();
                sending.say(text(
                        "import-done",
                        history.read(),
                        shipment.taken(),
                        history.cases(),
                        shipment.imported(),
                        shipment.known(),
                        refusals.count()));
                if (!arrival.await(shipment.imported())) {
                    System.err.println(text("not-arrived"));
                }
                return shipment.taken() > 0 ? 0 : 1;
            }
        }
    }
}
