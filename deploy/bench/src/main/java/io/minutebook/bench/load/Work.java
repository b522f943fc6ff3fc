package io.minutebook.bench.load;

/** What a load does over and over, prepared for each of its threads. */
public interface Work {
    Task of(int thread) throws Exception;

    /** One thread's work. */
    interface Task extends AutoCloseable {
        void once() throws Exception;

        /** The same where it matters when it was due, by the system's nanoseconds. */
        default void onceDueAt(long nanos) throws Exception {
            once();
        }

        @Override
        default void close() throws Exception {}
    }
}
