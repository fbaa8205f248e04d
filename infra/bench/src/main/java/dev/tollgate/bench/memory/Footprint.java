package dev.tollgate.bench.memory;

import dev.tollgate.bench.report.Markdown;
import java.time.Duration;
import java.util.List;

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
        long snapshotFiles) {
    /**
     * @param fromDisk from a second start until the same sample answered, with Kafka gone
     */
    public String table(int tenants, Duration fromDisk) {
        return Markdown.table(
                List.of("what", "figure"),
                List.of(
                        List.of("records published", Markdown.whole(records)),
                        List.of("their bytes, MiB", Markdown.mebibytes(publishedBytes)),
                        List.of("live heap after collection, MiB", Markdown.mebibytes(liveBytes)),
                        List.of("live heap for each tenant, KiB", Markdown.whole(liveBytes / 1024.0 / tenants)),
                        List.of(
                                "live heap to published bytes",
                                Markdown.decimal(liveBytes / (double) publishedBytes, 2)),
                        List.of("RSS, MiB", Markdown.mebibytes(residentBytes)),
                        List.of("RSS at its peak, MiB", Markdown.mebibytes(residentPeakBytes)),
                        List.of("start to all served, from Kafka, s", seconds(loaded)),
                        List.of("start to all served, from disk with Kafka gone, s", seconds(fromDisk)),
                        List.of("copy on disk, MiB", Markdown.mebibytes(snapshotBytes)),
                        List.of("its files", Markdown.whole(snapshotFiles))));
    }

    private static String seconds(Duration duration) {
        return Markdown.decimal(duration.toMillis() / 1e3, 1);
    }
}
