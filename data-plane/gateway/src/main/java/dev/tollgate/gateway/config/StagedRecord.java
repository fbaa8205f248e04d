package dev.tollgate.gateway.config;

import dev.tollgate.model.config.ConfigResource;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.wire.ConfigCodec;
import dev.tollgate.model.wire.ConfigKey;
import dev.tollgate.model.wire.MalformedRecord;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A record that was read: its resource, or why it is none, and the SHA-256 of its value. There is one for every resource
 * of the region, so the hash is four numbers rather than text, and the value is kept only where encoding the resource
 * again would not give it back (a newer plane wrote members that this one does not know).
 */
record StagedRecord(
        @Nullable ConfigResource resource,
        @Nullable String problem,
        byte @Nullable [] foreignValue,
        long h0,
        long h1,
        long h2,
        long h3) {

    /** Reads a value. What cannot be read stays as a problem: it rejects the revision that it belongs to, and no other tenant's. */
    static StagedRecord read(String key, byte[] value, Definitions definitions) {
        try {
            ConfigResource resource = ConfigCodec.decode(ConfigKey.parse(key), value);
            byte[] foreign = Arrays.equals(ConfigCodec.encode(resource), value) ? null : value;
            return of(resource instanceof ToolConfig tool ? definitions.shared(tool) : resource, null, foreign, value);
        } catch (MalformedRecord | IllegalArgumentException e) {
            return of(null, "it cannot be read by this gateway", value, value);
        }
    }

    private static StagedRecord of(
            @Nullable ConfigResource resource, @Nullable String problem, byte @Nullable [] foreignValue, byte[] value) {
        ByteBuffer hash = ByteBuffer.wrap(sha256(value));
        return new StagedRecord(
                resource, problem, foreignValue, hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
    }

    boolean isOf(byte[] value) {
        ByteBuffer hash = ByteBuffer.wrap(sha256(value));
        return h0 == hash.getLong() && h1 == hash.getLong() && h2 == hash.getLong() && h3 == hash.getLong();
    }

    String hashHex() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(h0) + hex.toHexDigits(h1) + hex.toHexDigits(h2) + hex.toHexDigits(h3);
    }

    /** The value as it was read, byte for byte. */
    byte[] value() {
        if (foreignValue != null) {
            return foreignValue;
        }
        if (resource == null) {
            throw new IllegalStateException("a record without resource keeps its value");
        }
        return ConfigCodec.encode(resource);
    }

    private static byte[] sha256(byte[] value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
