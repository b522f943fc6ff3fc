package io.minutebook.cli;

import static io.minutebook.cli.Texts.text;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** {@code minutebook import | export | rebuild | redrive}. Exit codes: 0 done, 1 failed, 2 called wrongly. */
@Command(
        name = "minutebook",
        resourceBundle = Texts.BUNDLE,
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {ImportCommand.class, ExportCommand.class, RebuildCommand.class, RedriveCommand.class})
public final class Main implements Runnable {
    private static final int FAILED = 1;
    private static final int CALLED_WRONGLY = 2;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Does what the arguments say and returns the exit code. */
    public static int run(String... args) {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler(Main::failed)
                .setParameterExceptionHandler(Main::calledWrongly)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), text("command-needed"));
    }

    private static int failed(Exception e, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        String message = e instanceof Failure ? String.valueOf(e.getMessage()) : text("unexpected", e.toString());
        err.println("minutebook: " + message.replaceAll("\\R", " "));
        if (System.getenv("MINUTEBOOK_DEBUG") != null) {
            e.printStackTrace(err);
        }
        return FAILED;
    }

    private static int calledWrongly(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        command.getErr()
                .println("minutebook: " + e.getMessage() + " "
                        + text("see-help", command.getCommandSpec().qualifiedName()));
        return CALLED_WRONGLY;
    }

    /** The version the jar was built as. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"minutebook " + (version == null ? "" : version)};
        }
    }
}
