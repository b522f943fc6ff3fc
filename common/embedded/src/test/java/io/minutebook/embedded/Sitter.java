package io.minutebook.embedded;

import java.nio.file.Path;

/** A process that runs both servers, writes to them, says so and waits to be killed. */
final class Sitter {
    public static void main(String[] arguments) throws Exception {
        var directory = Path.of(arguments[0]);
        var postgres = LocalPostgres.start(directory.resolve("postgres"), Durability.FULL);
        var url = postgres.url("postgres", LocalPostgres.SUPERUSER);
        LocalPostgresTest.run(url, "create table note (text text)");
        LocalPostgresTest.run(url, "insert into note values ('kept')");
        var kafka = LocalKafka.start(directory.resolve("kafka"), Durability.FULL);
        Records.topic(kafka.bootstrapServers(), "notes");
        Records.send(kafka.bootstrapServers(), "notes", "kept");
        System.out.println("acknowledged");
        Thread.currentThread().join();
    }

    private Sitter() {}
}
