package dev.tollgate.model.quota;

import java.util.Objects;
import java.util.UUID;

/**
 * A process of a gateway is over, and the events on its disk are all sent. Said by the process that took over the disk.
 *
 * @param lastSequence the number of its last event, 0 if it wrote none
 */
public record BootEnded(UUID boot, long lastSequence) {
    public BootEnded {
        Objects.requireNonNull(boot, "boot");
        if (lastSequence < 0) {
            throw new IllegalArgumentException("sequences count from 1, so the last is not " + lastSequence);
        }
    }
}
