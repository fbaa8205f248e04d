package dev.tollgate.control.ingest;

import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;

/** Which events are stored, by their own identity. */
interface StoredSequences {
    /** The highest stored sequence of each of the boots that has any. */
    Map<Boot, Long> highest(Collection<Boot> boots);

    /** Passes each stored sequence that lies in one of the chunks. */
    void read(Collection<SequenceChunk> chunks, BiConsumer<SequenceChunk, Long> stored);
}
