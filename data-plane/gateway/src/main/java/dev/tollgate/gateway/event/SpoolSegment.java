package dev.tollgate.gateway.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One file of the spool, mapped into memory: what is written there is the kernel's and outlives the process. Frames are
 * {@code length · CRC-32C · bytes}, one after the other; the length is written last, and zero where the next frame would
 * begin ends the segment. Written by one thread at a time, read by one other.
 */
final class SpoolSegment implements AutoCloseable {
    static final int FRAME_HEADER_BYTES = 2 * Integer.BYTES;
    static final String SUFFIX = ".segment";
    private static final int ZEROS_BYTES = 1 << 20;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;

    private final Path path;
    private final long number;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment memory;
    private @Nullable SegmentHeader header;
    /** Where the next frame begins; what lies before is whole. */
    private volatile int end = SegmentHeader.BYTES;

    private int frames;

    private SpoolSegment(Path path, FileChannel.MapMode mode) throws IOException {
        this.path = path;
        this.number = Long.parseLong(path.getFileName().toString().replace(SUFFIX, ""));
        StandardOpenOption[] options = mode == FileChannel.MapMode.READ_ONLY
                ? new StandardOpenOption[] {StandardOpenOption.READ}
                : new StandardOpenOption[] {StandardOpenOption.READ, StandardOpenOption.WRITE};
        try (FileChannel channel = FileChannel.open(path, options)) {
            memory = channel.map(mode, 0, channel.size(), arena);
        }
    }

    /** Makes a file of zeros, written out so that a full disk shows here and not as a fault while an event is written. */
    static SpoolSegment prepare(Path directory, long number, int bytes) throws IOException {
        Path path = directory.resolve("%016d%s".formatted(number, SUFFIX));
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocateDirect(Math.min(bytes, ZEROS_BYTES));
            for (int left = bytes; left > 0; left -= zeros.limit()) {
                zeros.clear().limit(Math.min(left, zeros.capacity()));
                while (zeros.hasRemaining()) {
                    channel.write(zeros);
                }
            }
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
        return new SpoolSegment(path, FileChannel.MapMode.READ_WRITE);
    }

    /** Opens what an earlier boot left and finds its end; empty if it was never used. */
    static Optional<SpoolSegment> recover(Path path) throws IOException {
        if (Files.size(path) < SegmentHeader.BYTES) {
            return Optional.empty();
        }
        SpoolSegment segment = new SpoolSegment(path, FileChannel.MapMode.READ_ONLY);
        byte[] head = new byte[SegmentHeader.BYTES];
        MemorySegment.copy(segment.memory, ValueLayout.JAVA_BYTE, 0, head, 0, head.length);
        Optional<SegmentHeader> header = SegmentHeader.decode(head);
        if (header.isEmpty()) {
            segment.close();
            return Optional.empty();
        }
        segment.header = header.get();
        while (segment.isWhole(segment.end)) {
            segment.end = segment.end + FRAME_HEADER_BYTES + segment.length(segment.end);
            segment.frames++;
        }
        return Optional.of(segment);
    }

    private boolean isWhole(int offset) {
        if (offset + FRAME_HEADER_BYTES > memory.byteSize()) {
            return false;
        }
        int length = length(offset);
        return length > 0
                && length <= EventEncoder.SPOOLED_BYTES_MAX
                && offset + FRAME_HEADER_BYTES + length <= memory.byteSize()
                && memory.get(INT, offset + Integer.BYTES) == crc(bytes(offset), length);
    }

    static int crc(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    void begin(SegmentHeader first) {
        byte[] head = first.encode();
        MemorySegment.copy(head, 0, memory, ValueLayout.JAVA_BYTE, 0, head.length);
        header = first;
    }

    boolean fits(int length) {
        return room() >= FRAME_HEADER_BYTES + length;
    }

    long room() {
        return memory.byteSize() - end;
    }

    void append(byte[] bytes, int length, int crc) {
        int at = end;
        MemorySegment.copy(bytes, 0, memory, ValueLayout.JAVA_BYTE, at + FRAME_HEADER_BYTES, length);
        memory.set(INT, at + Integer.BYTES, crc);
        // A process killed between these lines has written no frame.
        VarHandle.releaseFence();
        memory.set(INT, at, length);
        frames++;
        end = at + FRAME_HEADER_BYTES + length;
    }

    /** The frame's bytes; the offset must be a frame's beginning before the end. */
    byte[] bytes(int offset) {
        byte[] bytes = new byte[length(offset)];
        MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, offset + FRAME_HEADER_BYTES, bytes, 0, bytes.length);
        return bytes;
    }

    private int length(int offset) {
        return memory.get(INT, offset);
    }

    SegmentHeader header() {
        if (header == null) {
            throw new IllegalStateException("segment " + number + " has not begun");
        }
        return header;
    }

    SpoolPosition start() {
        return new SpoolPosition(number, SegmentHeader.BYTES, header().firstSequence());
    }

    long number() {
        return number;
    }

    int end() {
        return end;
    }

    int frames() {
        return frames;
    }

    long bytesOnDisk() {
        return memory.byteSize();
    }

    @Override
    public void close() {
        arena.close();
    }

    void delete() {
        close();
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
