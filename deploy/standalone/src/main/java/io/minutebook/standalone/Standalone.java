package io.minutebook.standalone;

import io.minutebook.embedded.DirectoryLock;
import io.minutebook.standalone.demo.CatchingUpClock;
import io.minutebook.standalone.demo.DemoDay;
import io.minutebook.standalone.origin.Origin;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Starts the suite, says where to look, and runs until it is told to stop. */
public final class Standalone {
    private static final PrintStream OUT = System.out;
    private static final PrintStream ERR = System.err;
    private static volatile @Nullable Suite running;

    public static void main(String[] arguments) throws InterruptedException {
        var options = options(arguments);
        System.setProperty(
                "minutebook.log", options.data().resolve("minutebook.log").toString());
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        Runtime.getRuntime().addShutdownHook(new Thread(Standalone::stop));
        OUT.println("Minutebook starts ... 启动中");
        var start = Instant.now();
        var clock = options.demo() ? new CatchingUpClock() : null;
        running = started(options, clock);
        say(options, Duration.between(start, Instant.now()));
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

    private static Suite started(Options options, @Nullable Clock clock) throws InterruptedException {
        try {
            return Suite.start(options, clock);
        } catch (DirectoryLock.InUse | Origin.PortTaken e) {
            throw fail(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            throw fail("cannot start: " + e.getMessage() + " (see " + System.getProperty("minutebook.log") + ")");
        }
    }

    private static void say(Options options, Duration took) {
        OUT.println("Minutebook is ready after " + took.toMillis() / 1000 + " s. 已就绪");
        OUT.println("  pages 页面     " + options.origin()
                + "/            sign in as followup / followup, agent / agent ...");
        OUT.println("  API 接口       " + options.origin() + "/docs        client demo / demo at /oauth2/token");
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
