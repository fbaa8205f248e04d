package dev.tollgate.model.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.tollgate.model.quota.QuotaWindow;
import dev.tollgate.model.quota.WindowLength;
import java.time.DayOfWeek;
import java.time.Month;
import org.jspecify.annotations.Nullable;

/**
 * The time within which a limit's amount may be used.
 *
 * @param zone of the calendar's days, such as Europe/Vienna; absent means as the tenant's settings say
 * @param weekStart absent means as the settings say
 * @param yearStart the month with which years, and from it quarters, begin; absent means as the settings say
 */
public record LimitWindow(
        Kind kind,
        WindowLength length,
        @Nullable String zone,
        @Nullable DayOfWeek weekStart,
        @Nullable Month yearStart) {
    /** Whether it moves on with every moment, or begins and ends by the calendar. */
    public enum Kind {
        ROLLING("rolling"),
        CALENDAR("calendar");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /**
         * @throws IllegalArgumentException if none has that text
         */
        @JsonCreator
        public static Kind of(String text) {
            for (Kind kind : values()) {
                if (kind.text.equals(text)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("is rolling or calendar");
        }

        @JsonValue
        @Override
        public String toString() {
            return text;
        }
    }

    /** Null of what runs at once, which has none. */
    public static @Nullable LimitWindow of(QuotaWindow window) {
        return switch (window) {
            case QuotaWindow.Running _ -> null;
            case QuotaWindow.Rolling rolling -> rolling(rolling.length());
            case QuotaWindow.Calendar calendar ->
                new LimitWindow(
                        Kind.CALENDAR,
                        calendar.length(),
                        calendar.zone().getId(),
                        calendar.weekStart(),
                        calendar.yearStart());
        };
    }

    public static LimitWindow rolling(WindowLength length) {
        return new LimitWindow(Kind.ROLLING, length, null, null, null);
    }
}
