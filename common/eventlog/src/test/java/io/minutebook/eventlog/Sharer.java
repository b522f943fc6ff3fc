package io.minutebook.eventlog;

import org.postgresql.ds.PGSimpleDataSource;

/** A process that shares the parts of a database, says which it begins and ends, and waits to be killed. */
final class Sharer {
    private Sharer() {}

    public static void main(String[] arguments) throws InterruptedException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(arguments[0]);
        LeaseCoordinator shares = new LeaseCoordinator(database);
        LeaseCoordinatorTest.PARTS.forEach(name -> shares.add(new Told(name)));
        shares.start();
        Thread.currentThread().join();
    }

    private record Told(String name) implements LeaseCoordinator.LeasedTask {
        @Override
        public void begin() {
            System.out.println("begins " + name);
        }

        @Override
        public void end() {
            System.out.println("ends " + name);
        }
    }
}
