package dev.tollgate.gateway.event;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Up to where Kafka has the spool, kept in a small mapped file. If a power cut tears it, sending starts over at the first
 * segment left: readers drop what they have seen.
 */
final class AcknowledgedPosition {
    private static final int CRC_AT = 2 * Long.BYTES + Integer.BYTES;
    private static final int BYTES = CRC_AT + Integer.BYTES;

    private final MappedByteBuffer file;

    AcknowledgedPosition(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(
                directory.resolve("acknowledged"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            file = channel.map(FileChannel.MapMode.READ_WRITE, 0, BYTES);
        }
    }

    Optional<SpoolPosition> read() {
        if (file.getInt(CRC_AT) != crc() || file.getInt(Long.BYTES) == 0) {
            return Optional.empty();
        }
        return Optional.of(
                new SpoolPosition(file.getLong(0), file.getInt(Long.BYTES), file.getLong(Long.BYTES + Integer.BYTES)));
    }

    void write(SpoolPosition position) {
        file.putLong(0, position.segment());
        file.putInt(Long.BYTES, position.offset());
        file.putLong(Long.BYTES + Integer.BYTES, position.sequence());
        file.putInt(CRC_AT, crc());
    }

    private int crc() {
        CRC32C crc = new CRC32C();
        crc.update(file.slice(0, CRC_AT));
        return (int) crc.getValue();
    }
}
