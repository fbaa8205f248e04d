package dev.tollgate.control.ingest;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What has been found out about sequence numbers, kept. */
interface GapLedger {
    /** The highest stored sequence of each boot that reaches beyond what was examined. */
    Map<Boot, Long> unexamined();

    /** How far the boots were examined; those that never were are left out. */
    Map<Boot, Long> examinedThrough(Collection<Boot> boots);

    /** Keeps gaps, then how far each boot is examined now. Doing it again changes nothing. */
    void report(List<SequenceGap> gaps, Map<Boot, Long> examinedThrough);
}
