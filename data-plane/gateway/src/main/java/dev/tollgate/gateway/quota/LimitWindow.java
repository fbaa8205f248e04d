package dev.tollgate.gateway.quota;

import dev.tollgate.model.quota.QuotaWindow;
import dev.tollgate.model.quota.WindowLength;
import org.jspecify.annotations.Nullable;

/**
 * A window as agents are told it.
 *
 * @param kind {@code rolling} or {@code calendar}
 */
public record LimitWindow(WindowLength length, String kind) {
    /** Null of what runs at once, which has none. */
    static @Nullable LimitWindow of(QuotaWindow window) {
        return switch (window) {
            case QuotaWindow.Rolling rolling -> new LimitWindow(rolling.length(), "rolling");
            case QuotaWindow.Calendar calendar -> new LimitWindow(calendar.length(), "calendar");
            case QuotaWindow.Running _ -> null;
        };
    }

    String words() {
        String name = switch (length) {
            case MINUTE -> "minute";
            case FIVE_MINUTES -> "five minutes";
            case HOUR -> "hour";
            case DAY -> "day";
            case WEEK -> "week";
            case MONTH -> "month";
            case QUARTER -> "quarter";
            case YEAR -> "year";
        };
        return (kind.equals("rolling") ? "any " : "each ") + name;
    }
}
