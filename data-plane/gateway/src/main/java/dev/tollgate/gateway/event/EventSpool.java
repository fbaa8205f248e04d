package dev.tollgate.gateway.event;

import dev.tollgate.model.quota.BootEnded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The events of this boot and what earlier ones left, in segments on disk, numbered across boots so that their order is
 * the order of sending. Any thread appends; one thread prepares; one reads and acknowledges.
 */
public final class EventSpool implements EventLog, EarlierBoots, AutoCloseable {
    private final Path directory;
    private final GatewayBoot boot;
    private final SpoolBounds bounds;
    private final EventEncoder encoder;
    private final AcknowledgedPosition acknowledged;
    private final ThreadLocal<EventBytes> buffers =
            ThreadLocal.withInitial(() -> new EventBytes(EventEncoder.SPOOLED_BYTES_MAX));
    private final ConcurrentSkipListMap<Long, SpoolSegment> segments = new ConcurrentSkipListMap<>();
    private final AtomicLong unacknowledged = new AtomicLong();
    private final LongAdder refused = new LongAdder();
    /** Events of earlier boots that Kafka has not acknowledged; below zero once it has. */
    private final AtomicLong earlierLeft = new AtomicLong();

    private final EndedBoots endedBoots;

    /** Guards what an append changes. */
    private final Object lock = new Object();

    private volatile SpoolSegment active;
    private volatile @Nullable SpoolSegment spare;
    private boolean closed;
    private long nextSequence = 1;
    private long nextNumber;
    private SpoolPosition acknowledgedUpTo;

    /**
     * @throws IOException if the directory cannot be read or a first segment not be written
     */
    public EventSpool(Path directory, GatewayBoot boot, SpoolBounds bounds) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.boot = boot;
        this.bounds = bounds;
        this.encoder = new EventEncoder(boot.region());
        this.acknowledged = new AcknowledgedPosition(directory);
        Optional<SpoolPosition> resume = acknowledged.read();
        recover(resume);
        active = SpoolSegment.prepare(directory, nextNumber++, bounds.segmentBytes());
        active.begin(new SegmentHeader(boot, nextSequence));
        segments.put(active.number(), active);
        acknowledgedUpTo = resumeAt(resume);
        unacknowledged.set(countFrom(acknowledgedUpTo));
        earlierLeft.set(unacknowledged.get());
        endedBoots = new EndedBoots(directory, earlierBoots());
    }

    /** The last number of each boot that left something here. */
    private Map<UUID, Long> earlierBoots() {
        Map<UUID, Long> last = new LinkedHashMap<>();
        for (SpoolSegment segment : segments.values()) {
            long sequence = segment.header().firstSequence() + segment.frames() - 1;
            if (segment.number() == acknowledgedUpTo.segment()) {
                // A power cut may have lost what Kafka has.
                sequence = Math.max(sequence, acknowledgedUpTo.sequence() - 1);
            }
            if (!segment.header().boot().boot().equals(boot.boot())) {
                last.merge(segment.header().boot().boot(), sequence, Math::max);
            }
        }
        return last;
    }

    @Override
    public List<BootEnded> ended() {
        return earlierLeft.get() > 0 ? List.of() : endedBoots.untold();
    }

    @Override
    public void told(BootEnded ended) {
        endedBoots.told(ended);
    }

    private void recover(Optional<SpoolPosition> resume) throws IOException {
        long first = resume.map(SpoolPosition::segment).orElse(0L);
        nextNumber = first + 1;
        for (Path path : segmentFiles()) {
            Optional<SpoolSegment> found = SpoolSegment.recover(path);
            if (found.isEmpty() || found.get().number() < first) {
                found.ifPresent(SpoolSegment::close);
                Files.delete(path);
                continue;
            }
            segments.put(found.get().number(), found.get());
            nextNumber = Math.max(nextNumber, found.get().number() + 1);
        }
    }

    private List<Path> segmentFiles() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(SpoolSegment.SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    private SpoolPosition resumeAt(Optional<SpoolPosition> resume) {
        SpoolSegment first = segments.firstEntry().getValue();
        return resume.filter(at -> at.segment() == first.number())
                // A power cut may have kept the position and lost events before it.
                .map(at -> at.offset() <= first.end()
                        ? at
                        : new SpoolPosition(
                                at.segment(), first.end(), first.header().firstSequence() + first.frames()))
                .orElseGet(first::start);
    }

    private long countFrom(SpoolPosition position) {
        long before =
                position.sequence() - segments.firstEntry().getValue().header().firstSequence();
        return segments.values().stream().mapToLong(SpoolSegment::frames).sum() - before;
    }

    @Override
    public boolean append(EventDraft draft) {
        EventBytes bytes = buffers.get();
        encoder.encode(draft, bytes);
        int crc = SpoolSegment.crc(bytes.array(), bytes.length());
        synchronized (lock) {
            if (closed || !active.fits(bytes.length()) && !roll()) {
                refused.increment();
                return false;
            }
            active.append(bytes.array(), bytes.length(), crc);
            nextSequence++;
        }
        unacknowledged.incrementAndGet();
        return true;
    }

    private boolean roll() {
        SpoolSegment next = spare;
        if (next == null) {
            return false;
        }
        next.begin(new SegmentHeader(boot, nextSequence));
        segments.put(next.number(), next);
        active = next;
        spare = null;
        return true;
    }

    /** A quarter of a segment is kept for calls that are under way when the spool fills up. */
    @Override
    public boolean hasRoom() {
        return spare != null || active.room() > bounds.segmentBytes() / 4;
    }

    @Override
    public boolean hasPlenty() {
        // The active segment and the spare one are always there.
        long always = 2L * bounds.segmentBytes();
        return spare != null && bytesOnDisk() - always <= (bounds.totalBytesMax() - always) / 2;
    }

    @Override
    public long unacknowledged() {
        // An event may be acknowledged before its appender has counted it.
        return Math.max(0, unacknowledged.get());
    }

    /** Events that could not be recorded since the boot. */
    public long refused() {
        return refused.sum();
    }

    public long bytesOnDisk() {
        SpoolSegment prepared = spare;
        return segments.values().stream().mapToLong(SpoolSegment::bytesOnDisk).sum()
                + (prepared == null ? 0 : prepared.bytesOnDisk());
    }

    /**
     * Makes the next segment ready ahead of need, within the bound.
     *
     * @throws IOException if the disk is full or has failed; appending goes on while the active segment lasts
     */
    void prepareSpare() throws IOException {
        if (spare == null && bytesOnDisk() + bounds.segmentBytes() <= bounds.totalBytesMax()) {
            spare = SpoolSegment.prepare(directory, nextNumber++, bounds.segmentBytes());
        }
    }

    SpoolPosition acknowledgedUpTo() {
        return acknowledgedUpTo;
    }

    /** The event at a position; absent if none has been appended there yet. */
    @Nullable
    SpooledEvent read(SpoolPosition position) {
        SpoolSegment segment = segments.get(position.segment());
        if (segment == null) {
            throw new IllegalStateException("segment " + position.segment() + " is gone");
        }
        // Read before the end is: once a later one has begun, the end stands.
        SpoolSegment later = higher(position.segment());
        if (position.offset() < segment.end()) {
            byte[] bytes = segment.bytes(position.offset());
            int next = position.offset() + SpoolSegment.FRAME_HEADER_BYTES + bytes.length;
            return new SpooledEvent(
                    segment.header().boot(),
                    position.sequence(),
                    bytes,
                    new SpoolPosition(position.segment(), next, position.sequence() + 1));
        }
        return later == null ? null : read(later.start());
    }

    private @Nullable SpoolSegment higher(long number) {
        var entry = segments.higherEntry(number);
        return entry == null ? null : entry.getValue();
    }

    /** Kafka has all events before the position: segments that end before it are deleted. */
    void acknowledge(SpoolPosition position, long events) {
        acknowledged.write(position);
        acknowledgedUpTo = position;
        unacknowledged.addAndGet(-events);
        earlierLeft.addAndGet(-events);
        for (SpoolSegment done : segments.headMap(position.segment()).values()) {
            segments.remove(done.number());
            done.delete();
        }
    }

    /** To be called when nothing reads any more; appends are refused from now on. What is left on disk is the next boot's. */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
        }
        segments.values().forEach(SpoolSegment::close);
        SpoolSegment prepared = spare;
        if (prepared != null) {
            prepared.close();
        }
    }
}
