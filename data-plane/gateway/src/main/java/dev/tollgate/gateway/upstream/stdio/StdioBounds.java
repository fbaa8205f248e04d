package dev.tollgate.gateway.upstream.stdio;

import java.time.Duration;

/**
 * What a process may use.
 *
 * @param processesMax processes of one gateway, all tenants together
 * @param callsMax calls under way in one process, those that wait for its start included
 * @param messageBytesMax one message of a process; a longer one ends the process, because nothing behind it can be trusted
 * @param startMax from the start of a process to its answer to {@code initialize}
 * @param idleMax without a call, after which a process is stopped
 */
public record StdioBounds(int processesMax, int callsMax, int messageBytesMax, Duration startMax, Duration idleMax) {
    public static final StdioBounds DEFAULT =
            new StdioBounds(32, 256, 16 * 1024 * 1024, Duration.ofSeconds(20), Duration.ofMinutes(10));
}
