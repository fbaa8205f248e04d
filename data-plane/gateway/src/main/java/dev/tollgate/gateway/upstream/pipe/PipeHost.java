package dev.tollgate.gateway.upstream.pipe;

import java.time.Duration;

/** What all pipes of one kind share. */
public interface PipeHost {
    /** Calls under way in one pipe, those that wait for its beginning included. */
    int callsMax();

    /** From the opening of a pipe to the beginning of a session. */
    Duration startMax();

    /** Without a call, after which a pipe is closed. */
    Duration idleMax();

    /** False if there are as many pipes as there may be. */
    boolean takePlace();

    void leavePlace();

    /** Unique among all pipes, from 1. */
    long nextRequestId();

    void later(Duration delay, Runnable work);
}
