package io.minutebook.cli;

import static io.minutebook.cli.Texts.text;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Has every service take its dead letters up again, each case's in their order. */
@Command(name = "redrive", resourceBundle = Texts.BUNDLE, mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class RedriveCommand implements Callable<Integer> {
    private static final List<String> SERVICES = List.of("intake", "escalation", "followup", "knowledge");

    @Mixin
    private Connection connection;

    @Option(names = "--case", paramLabel = "ID", descriptionKey = "redrive.case")
    private @Nullable String subject;

    @Override
    public Integer call() {
        SuiteClient suiteClient = connection.suite();
        long left = 0;
        for (String service : SERVICES) {
            String path = "/api/" + service + "/dead-letters/redrive";
            JsonNode result = suiteClient
                    .post(path, subject == null ? Map.of() : Map.of("subject", subject))
                    .orFail(path);
            left += result.path("left").asLong(0);
            System.err.println(text(
                    "redrive-done",
                    service,
                    result.path("redriven").asLong(0),
                    result.path("left").asLong(0)));
        }
        return left == 0 ? 0 : 1;
    }
}
