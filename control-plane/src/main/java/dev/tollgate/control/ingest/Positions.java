package dev.tollgate.control.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Where the store stands in one log; what the next insert is called and where it is filed follow from it alone, so that
 * two ingests that start from one position, one of them believed dead, meet in one place and the store takes one.
 *
 * @param last the highest stored offset by partition; partitions without any are left out
 * @param newest the latest start of any stored call; the epoch if there is none
 */
record Positions(UUID log, Map<Integer, Long> last, Instant newest) {
    Positions {
        last = Map.copyOf(last);
    }

    Positions with(List<CallRow> rows) {
        Map<Integer, Long> further = new TreeMap<>(last);
        Instant latest = newest;
        for (CallRow row : rows) {
            further.merge(row.partition(), row.offset(), Math::max);
            // As the store keeps it.
            Instant start = row.event().startedAt().truncatedTo(ChronoUnit.MICROS);
            latest = start.isAfter(latest) ? start : latest;
        }
        return new Positions(log, further, latest);
    }

    /** Where to read on, in a log that still begins at {@code beginnings}. */
    Map<Integer, Long> next(Map<Integer, Long> beginnings) {
        Map<Integer, Long> next = new TreeMap<>();
        beginnings.forEach((partition, first) ->
                next.put(partition, Math.max(first, last.getOrDefault(partition, -1L) + 1)));
        return next;
    }

    /**
     * The month under which the next insert is filed, by its first day. All of an insert goes to one, which makes it whole
     * or absent.
     */
    LocalDate month() {
        return newest.atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
    }

    /**
     * The name of the next insert.
     *
     * @param purpose tells apart inserts that begin at one position
     */
    String token(String purpose) {
        var text = new StringBuilder(purpose).append(' ').append(log);
        new TreeMap<>(last)
                .forEach((partition, offset) ->
                        text.append(' ').append(partition).append(':').append(offset));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whether reading has come as far as {@code ends} in each partition. */
    static boolean reached(Map<Integer, Long> positions, Map<Integer, Long> ends) {
        return lag(positions, ends) == 0;
    }

    /** How many records are between the two. */
    static long lag(Map<Integer, Long> positions, Map<Integer, Long> ends) {
        long records = 0;
        for (var end : ends.entrySet()) {
            records += Math.max(0, end.getValue() - positions.getOrDefault(end.getKey(), 0L));
        }
        return records;
    }
}
