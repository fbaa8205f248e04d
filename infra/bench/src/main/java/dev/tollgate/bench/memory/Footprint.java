package dev.tollgate.bench.memory;

import java.time.Duration;

/**
 * What a gateway holds when all its tenants are loaded.
 *
 * @param publishedBytes keys and values of the configuration records
 * @param loaded from the process's start until a sample of its tenants answered, read from Kafka
 * @param liveBytes in the heap after a collection
 * @param residentBytes of the process after that
 * @param residentPeakBytes the most it ever had, while it loaded
 */
public record Footprint(
        long records,
        long publishedBytes,
        Duration loaded,
        long liveBytes,
        long residentBytes,
        long residentPeakBytes,
        long snapshotBytes,
        long snapshotFiles) {}
