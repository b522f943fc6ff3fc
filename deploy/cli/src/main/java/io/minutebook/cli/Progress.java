package io.minutebook.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/** A bar on the terminal while something long runs; nothing where no terminal is attached. */
final class Progress implements AutoCloseable {
    private static final int WIDTH = 30;
    private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(100);

    private final PrintStream out;
    private final boolean shown;
    private final String what;
    private final long total;
    private long last;
    private int drawn;

    /** @param total 0 where nobody knows it */
    Progress(String what, long total) {
        this(System.err, terminal(), what, total);
    }

    Progress(PrintStream out, boolean shown, String what, long total) {
        this.out = out;
        this.shown = shown;
        this.what = what;
        this.total = total;
        this.last = System.nanoTime() - EVERY;
    }

    void at(long done) {
        if (shown && (done == total || System.nanoTime() - last >= EVERY)) {
            last = System.nanoTime();
            draw(total > 0 ? bar(done) : String.format("%s %,d", what, done));
        }
    }

    /** Prints a line without spoiling the bar. */
    void say(String line) {
        close();
        out.println(line);
    }

    @Override
    public void close() {
        if (drawn > 0) {
            out.print("\r" + " ".repeat(drawn) + "\r");
            out.flush();
            drawn = 0;
        }
    }

    private String bar(long done) {
        int full = (int) (WIDTH * Math.min(done, total) / total);
        return String.format("%s [%s%s] %,d / %,d", what, "=".repeat(full), " ".repeat(WIDTH - full), done, total);
    }

    private void draw(String line) {
        out.print("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
        out.flush();
        drawn = Math.max(drawn, line.length());
    }

    /** There is no console at all where the JDK was told so, or has no module for one. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean terminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
