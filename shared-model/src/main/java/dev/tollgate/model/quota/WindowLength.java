package dev.tollgate.model.quota;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;

/** How long a window is. Case tells a minute from a month. */
public enum WindowLength {
    MINUTE("1m", Duration.ofMinutes(1)),
    FIVE_MINUTES("5m", Duration.ofMinutes(5)),
    HOUR("1h", Duration.ofHours(1)),
    DAY("1d", Duration.ofDays(1)),
    WEEK("1w", Duration.ofDays(7)),
    MONTH("1M", Duration.ofDays(31)),
    QUARTER("1Q", Duration.ofDays(92)),
    YEAR("1Y", Duration.ofDays(366));

    private final String text;
    private final Duration rolling;

    WindowLength(String text, Duration rolling) {
        this.text = text;
        this.rolling = rolling;
    }

    /**
     * How far a rolling window reaches back: for months, quarters and years as far as the longest of them, so that what
     * a rolling limit allows is never more than its amount in any month, quarter or year of the calendar.
     */
    public Duration rolling() {
        return rolling;
    }

    /** Whether it is a part of a day, and so begins by the clock and not by the date. */
    public boolean isWithinDay() {
        return compareTo(DAY) < 0;
    }

    /**
     * @throws IllegalArgumentException if no length has that text
     */
    @JsonCreator
    public static WindowLength of(String text) {
        for (WindowLength length : values()) {
            if (length.text.equals(text)) {
                return length;
            }
        }
        throw new IllegalArgumentException("a window is 1m, 5m, 1h, 1d, 1w, 1M, 1Q or 1Y long, not " + text);
    }

    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
