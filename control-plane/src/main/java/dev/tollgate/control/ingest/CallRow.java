package dev.tollgate.control.ingest;

import dev.tollgate.model.event.ToolCallEvent;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** An event and the record that it was read from. */
record CallRow(ToolCallEvent event, int partition, long offset) {
    /** The day of the roll-up that it counts in. */
    LocalDate day() {
        return event.startedAt().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
