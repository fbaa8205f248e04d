package dev.tollgate.gateway.config;

import dev.tollgate.model.id.TenantId;
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
 * The copy on disk of one tenant's people's connections: each record by its whole key, as it was read, sealed. It is written
 * beside and renamed. What is damaged is told by its seal.
 */
final class ConnectionsFile {
    static final String SUFFIX = ".connections";
    private static final int MAGIC = 0x54474331;
    private static final int RECORDS_MAX = 1_000_000;
    private static final int BYTES_MAX = 1024 * 1024;

    private ConnectionsFile() {}

    static void write(Path directory, TenantId tenant, Map<String, byte[]> records) throws IOException {
        Path temporary = directory.resolve(tenant + SUFFIX + ".writing");
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(temporary), 1 << 16))) {
            out.writeInt(MAGIC);
            out.writeInt(records.size());
            for (Map.Entry<String, byte[]> entry : records.entrySet()) {
                write(out, entry.getKey().getBytes(StandardCharsets.UTF_8));
                write(out, entry.getValue());
            }
        }
        Files.move(
                temporary,
                directory.resolve(tenant + SUFFIX),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * @throws IOException if it cannot be read or is damaged
     */
    static Map<String, byte[]> read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            if (in.readInt() != MAGIC) {
                throw new IOException("not a file of connections");
            }
            int count = bounded(in.readInt(), RECORDS_MAX);
            Map<String, byte[]> records = new HashMap<>();
            for (int i = 0; i < count; i++) {
                String key = new String(read(in), StandardCharsets.UTF_8);
                records.put(key, read(in));
            }
            return records;
        }
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] read(DataInputStream in) throws IOException {
        int length = bounded(in.readInt(), BYTES_MAX);
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("a file of connections is cut short");
        }
        return bytes;
    }

    private static int bounded(int value, int max) throws IOException {
        if (value < 0 || value > max) {
            throw new IOException("a length in a file of connections is out of range");
        }
        return value;
    }
}
