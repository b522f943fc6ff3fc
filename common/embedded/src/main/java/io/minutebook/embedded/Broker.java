package io.minutebook.embedded;

import java.io.PrintStream;
import java.nio.file.Path;

/** A broker as a process of its own, which can be killed: {@code Broker DIRECTORY PORT}. Says "ready" once it takes work. */
public final class Broker {
    private static final PrintStream OUT = System.out;

    public static void main(String[] arguments) throws InterruptedException {
        var kafka = LocalKafka.start(Path.of(arguments[0]), Durability.FULL, Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close));
        OUT.println("ready");
        Thread.currentThread().join();
    }

    private Broker() {}
}
