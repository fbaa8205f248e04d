package dev.tollgate.ui.view.spend;

import java.time.LocalDate;

/** Days of a report's time zone, the first and the last of them included. */
record Range(LocalDate first, LocalDate last) {
    Range {
        if (first.isAfter(last)) {
            throw new IllegalArgumentException("a range begins before it ends");
        }
    }

    String from() {
        return first.toString();
    }

    /** Exclusive, as the API has it. */
    String to() {
        return last.plusDays(1).toString();
    }
}
