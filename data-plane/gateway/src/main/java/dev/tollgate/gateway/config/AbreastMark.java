package dev.tollgate.gateway.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import org.jboss.logging.Logger;

/**
 * When the gateway last knew itself abreast of the topic, as the time of a file beside the snapshots: one that starts
 * without Kafka knows by it how old its copies are.
 */
final class AbreastMark {
    static final String NAME = "abreast";
    /** Between two marks; so much older than it is a gateway may think itself after a restart. */
    static final long MARK_MILLIS = 5_000;

    private static final Logger LOG = Logger.getLogger(AbreastMark.class);

    private final Path file;
    private final InstantSource clock;
    private long markedMillis;

    AbreastMark(Path directory, InstantSource clock) {
        this.file = directory.resolve(NAME);
        this.clock = clock;
    }

    /** Milliseconds since the mark was made; empty if none was, or it lies ahead. */
    OptionalLong ageMillis() {
        try {
            Instant made = Files.getLastModifiedTime(file).toInstant();
            long age = Duration.between(made, clock.instant()).toMillis();
            return age < 0 ? OptionalLong.empty() : OptionalLong.of(age);
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        } catch (IOException e) {
            LOG.warnf("how old the snapshots on disk are cannot be read (%s); they count from now", e);
            return OptionalLong.empty();
        }
    }

    /** Marks this moment, if the last mark is old enough. To be called by one thread. */
    void make() {
        long now = clock.millis();
        if (Math.abs(now - markedMillis) < MARK_MILLIS) {
            return;
        }
        markedMillis = now;
        try {
            if (!Files.exists(file)) {
                Files.createFile(file);
            }
            Files.setLastModifiedTime(file, FileTime.fromMillis(now));
        } catch (IOException e) {
            LOG.warnf("how fresh the snapshots on disk are cannot be kept (%s)", e);
        }
    }
}
