package dev.tollgate.gateway.event;

import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.Region;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;

/**
 * The first {@link #BYTES} of a segment: whose events it holds and the number of the first; each that follows counts one
 * more. A segment without it was prepared and never used.
 */
record SegmentHeader(GatewayBoot boot, long firstSequence) {
    static final int BYTES = 256;
    private static final long MAGIC = 0x54_47_53_50_4f_4f_4c_31L; // TGSPOOL1
    private static final int CRC_AT = BYTES - Integer.BYTES;

    byte[] encode() {
        ByteBuffer out = ByteBuffer.allocate(BYTES);
        out.putLong(MAGIC);
        out.putLong(boot.boot().getMostSignificantBits());
        out.putLong(boot.boot().getLeastSignificantBits());
        out.putLong(firstSequence);
        out.putLong(boot.startedAt().toEpochMilli());
        text(boot.gateway().value(), out);
        text(boot.region().value(), out);
        out.putInt(CRC_AT, crc(out.array()));
        return out.array();
    }

    /** Empty if the bytes are no header. */
    static Optional<SegmentHeader> decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.getLong() != MAGIC || in.getInt(CRC_AT) != crc(bytes)) {
            return Optional.empty();
        }
        UUID boot = new UUID(in.getLong(), in.getLong());
        long firstSequence = in.getLong();
        Instant startedAt = Instant.ofEpochMilli(in.getLong());
        GatewayId gateway = new GatewayId(text(in));
        Region region = new Region(text(in));
        return Optional.of(new SegmentHeader(new GatewayBoot(gateway, region, boot, startedAt), firstSequence));
    }

    private static void text(String text, ByteBuffer out) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        out.put((byte) bytes.length).put(bytes);
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[in.get()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static int crc(byte[] header) {
        CRC32C crc = new CRC32C();
        crc.update(header, 0, CRC_AT);
        return (int) crc.getValue();
    }
}
