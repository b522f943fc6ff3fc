package io.minutebook.bench.kill;

/** Something that runs as a process, can be killed at any moment and comes back over the same data and port. */
interface Part extends AutoCloseable {
    String name();

    /** SIGKILL: no warning, no clean-up. */
    void kill();

    /** Starts it again; it may take a while until it is ready. */
    void start();

    /** Whether it takes work. */
    boolean ready();

    /** Stops it politely. */
    @Override
    void close();
}
