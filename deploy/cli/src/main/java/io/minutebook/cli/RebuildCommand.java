package io.minutebook.cli;

import static io.minutebook.cli.Texts.text;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** Has the case ledger built anew from the topics, and waits until that is done. */
@Command(name = "rebuild", resourceBundle = Texts.BUNDLE, mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class RebuildCommand implements Callable<Integer> {
    private static final String PATH = "/api/followup/rebuild";
    private static final Duration EVERY = Duration.ofMillis(300);

    @Mixin
    private Connection connection;

    @Override
    public Integer call() throws InterruptedException {
        SuiteClient suiteClient = connection.suite();
        suiteClient.post(PATH, Map.of()).orFail(PATH);
        Progress progress = new Progress(text("rebuilding"), 0);
        while (true) {
            JsonNode state = suiteClient.get(PATH).orFail(PATH);
            long read = state.path("read").asLong(0);
            progress.close();
            progress = new Progress(text("rebuilding"), state.path("total").asLong(0));
            progress.at(read);
            switch (state.path("state").asString("")) {
                case "done", "idle" -> {
                    progress.say(text("rebuild-done", read));
                    return 0;
                }
                case "failed" ->
                    throw new Failure(
                            text("rebuild-failed", state.path("reason").asString("")));
                default -> TimeUnit.NANOSECONDS.sleep(EVERY.toNanos());
            }
        }
    }
}
