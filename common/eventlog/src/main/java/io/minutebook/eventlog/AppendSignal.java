package io.minutebook.eventlog;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes this process's readers when it appends; what other processes append is found by looking again after a while. */
public final class AppendSignal {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition appended = lock.newCondition();
    private long appends;

    public void appended() {
        lock.lock();
        try {
            appends++;
            appended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How many appends there were so far. */
    public long appends() {
        lock.lock();
        try {
            return appends;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there were more appends than {@code seen}, or the time has passed; returns whether there were. */
    public boolean await(long seen, long millis) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (appends == seen && left > 0) {
                left = appended.awaitNanos(left);
            }
            return appends != seen;
        } finally {
            lock.unlock();
        }
    }
}
