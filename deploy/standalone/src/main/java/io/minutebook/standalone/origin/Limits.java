package io.minutebook.standalone.origin;

import java.time.Duration;

/**
 * What one client may take of the origin, so that there is enough left for the others.
 *
 * @param connections open at a time; whoever comes later waits until one of them ends
 * @param address in characters, with its query
 * @param head in bytes, without the address
 * @param fields of a head
 * @param body in bytes
 * @param form of sign-in, in bytes
 * @param bodies all that are under way, in bytes; the first 16 KiB of each do not count
 * @param headTime from the first byte of a head to its last
 * @param bodyTime from the end of the head to the end of the body
 * @param idleTime until a connection on which nothing is asked is closed
 * @param streams a client may listen to at a time; one that was left counts until the service next tells it something
 */
record Limits(
        int connections,
        int address,
        int head,
        int fields,
        long body,
        long form,
        long bodies,
        Duration headTime,
        Duration bodyTime,
        Duration idleTime,
        int streams) {
    /** A body may be as long as the longest that any service reads, a head somewhat shorter, and of fewer fields, than what the services behind read. */
    static final Limits USUAL = new Limits(
            1_024,
            8 * 1024,
            14 * 1024,
            90,
            4 * 1024 * 1024,
            16 * 1024,
            8 * 1024 * 1024,
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            50);
}
