package dev.tollgate.control.ingest;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The partitioned log of events. It keeps no position for us. */
interface EventLog extends AutoCloseable {
    /** Tells a log from another of the same name that was made anew: offsets mean something only together with it. */
    UUID id();

    /** The first offset still kept, by partition. */
    Map<Integer, Long> beginnings();

    /** The offset that the next record will get, by partition. */
    Map<Integer, Long> ends();

    void seek(Map<Integer, Long> positions);

    /** The offset that will be read next, by partition. */
    Map<Integer, Long> positions();

    /**
     * The next records, in order within each partition, at most {@link IngestSession#BATCH_RECORDS_MAX} of them; none if
     * there are none for a while.
     */
    List<LogRecord> poll();

    @Override
    void close();
}
