package dev.tollgate.gateway.config;

import dev.tollgate.model.config.ConfigHead;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.WireJson;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;

/**
 * One tenant's copy on disk: a head, then every record of its revision. It is written beside and renamed, so a reader
 * finds the old one or the new one. It is not forced to the disk: after a power cut it may be damaged, and its digest
 * then says so and the topic is read instead.
 */
record SnapshotFile(ConfigHead head, Map<String, byte[]> values) {
    static final String SUFFIX = ".snapshot";
    private static final int MAGIC = 0x54475331;
    private static final int RECORDS_MAX = 10_000_000;
    private static final int VALUE_BYTES_MAX = 64 * 1024 * 1024;

    static Path path(Path directory, TenantId tenant) {
        return directory.resolve(tenant + SUFFIX);
    }

    static void write(Path directory, ConfigHead head, Map<String, StagedRecord> records) throws IOException {
        Path target = path(directory, head.tenant());
        Path temporary = directory.resolve(head.tenant() + ".writing");
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(temporary), 1 << 16))) {
            out.writeInt(MAGIC);
            writeBytes(out, WireJson.encode(head));
            out.writeInt(records.size());
            for (Map.Entry<String, StagedRecord> entry : records.entrySet()) {
                writeBytes(out, entry.getKey().getBytes(StandardCharsets.UTF_8));
                writeBytes(out, entry.getValue().value());
            }
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * @throws IOException if it cannot be read or is damaged
     */
    static SnapshotFile read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            if (in.readInt() != MAGIC) {
                throw new IOException("not a snapshot file");
            }
            ConfigHead head = WireJson.decode(readBytes(in), ConfigHead.class);
            int count = bounded(in.readInt(), RECORDS_MAX);
            Map<String, byte[]> values = new HashMap<>();
            for (int i = 0; i < count; i++) {
                String key = new String(readBytes(in), StandardCharsets.UTF_8);
                values.put(key, readBytes(in));
            }
            return new SnapshotFile(head, values);
        } catch (RuntimeException e) {
            throw new IOException("a damaged snapshot file", e);
        }
    }

    private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        int length = bounded(in.readInt(), VALUE_BYTES_MAX);
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("a snapshot file is cut short");
        }
        return bytes;
    }

    private static int bounded(int value, int max) throws IOException {
        if (value < 0 || value > max) {
            throw new IOException("a length in a snapshot file is out of range");
        }
        return value;
    }
}
