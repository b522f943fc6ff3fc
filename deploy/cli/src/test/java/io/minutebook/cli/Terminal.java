package io.minutebook.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Runs the command line as a user would and keeps what it said. */
record Terminal(int exit, String said) {
    static Terminal run(String... args) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        Locale locale = Locale.getDefault();
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        System.setErr(new PrintStream(heard, true, StandardCharsets.UTF_8));
        System.setOut(System.err);
        Locale.setDefault(Locale.ENGLISH);
        try {
            int exit = Main.run(args);
            return new Terminal(exit, heard.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
            Locale.setDefault(locale);
        }
    }
}
