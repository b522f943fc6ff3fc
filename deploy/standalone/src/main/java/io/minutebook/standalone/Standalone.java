package io.minutebook.standalone;

import io.minutebook.embedded.DirectoryLock;
import io.minutebook.standalone.demo.CatchingUpClock;
import io.minutebook.standalone.demo.DemoDay;
import io.minutebook.standalone.origin.Origin;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Starts the suite, says where to look, and runs until it is told to stop. */
public final class Standalone {
    private static final PrintStream OUT = System.out;
    private static final PrintStream ERR = System.err;
    private static volatile @Nullable Suite running;

    public static void main(String[] arguments) throws InterruptedException {
        var options = options(arguments);
        checkPort(options);
        checkData(options);
        System.setProperty(
                "minutebook.log", options.data().resolve("minutebook.log").toString());
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        Runtime.getRuntime().addShutdownHook(new Thread(Standalone::stop));
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        OUT.println("Minutebook starts ... 启动中");
        var begun = Instant.now();
        var clock = options.demo() ? new CatchingUpClock() : null;
        start(new Suite(options, clock));
        say(options, Duration.between(begun, Instant.now()));
        if (clock != null) {
            DemoDay.play(URI.create(options.origin()), clock, OUT::println);
        }
        Thread.currentThread().join();
    }

    private static Options options(String... arguments) {
        try {
            return Options.of(arguments);
        } catch (Options.Unusable e) {
            throw fail(String.valueOf(e.getMessage()));
        }
    }

    /** Before anything is made or said: what is refused here leaves nothing behind. */
    private static void checkPort(Options options) {
        try {
            Origin.requireFree(options.port(), "--port");
            Origin.requireFree(options.kafkaPort(), "--kafka-port");
        } catch (Origin.PortTaken e) {
            throw fail(String.valueOf(e.getMessage()));
        }
    }

    private static void checkData(Options options) {
        try {
            DataFormat.check(options.data());
        } catch (Options.Unusable e) {
            throw fail(String.valueOf(e.getMessage()));
        }
    }

    private static void start(Suite suite) throws InterruptedException {
        try {
            running = suite;
            suite.start();
        } catch (DirectoryLock.InUse | Origin.PortTaken e) {
            running = null;
            throw fail(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            running = null;
            LoggerFactory.getLogger(Standalone.class).error("The suite cannot start", e);
            throw fail("cannot start: " + reason(e) + " (see " + System.getProperty("minutebook.log") + ")");
        }
    }

    private static String reason(Throwable failure) {
        var cause = failure;
        for (var next = cause.getCause(); next != null; next = cause.getCause()) {
            cause = next;
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse(cause.toString());
    }

    private static void say(Options options, Duration took) {
        OUT.println("Minutebook is ready after " + took.toMillis() / 1000 + " s. 已就绪");
        OUT.println("  pages 页面     " + options.origin()
                + "/            sign in as followup / followup, agent / agent ...");
        OUT.println("  API 接口       " + options.origin() + "/docs        client demo / demo at /oauth2/token");
        OUT.println("  topics 主题    " + options.broker() + "            Kafka; the contract: " + options.origin()
                + "/contract/asyncapi.json");
        OUT.println("  data 数据      " + options.data());
        OUT.println("Ctrl-C stops it; the next start goes on where it stopped. 按 Ctrl-C 停止");
    }

    private static void stop() {
        var suite = running;
        if (suite != null) {
            OUT.println("Minutebook stops ... 停止中");
            suite.close();
        }
    }

    private static IllegalStateException fail(String message) {
        ERR.println("minutebook: " + message);
        System.exit(1);
        return new IllegalStateException(message);
    }

    private Standalone() {}
}
