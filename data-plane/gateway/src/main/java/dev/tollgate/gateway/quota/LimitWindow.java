package dev.tollgate.gateway.quota;

import dev.tollgate.model.quota.QuotaWindow;
import dev.tollgate.model.quota.WindowLength;

/**
 * A window as agents are told it.
 *
 * @param kind {@code rolling} or {@code calendar}
 */
public record LimitWindow(WindowLength length, String kind) {
    static LimitWindow of(QuotaWindow window) {
        return switch (window) {
            case QuotaWindow.Rolling _ -> new LimitWindow(window.length(), "rolling");
            case QuotaWindow.Calendar _ -> new LimitWindow(window.length(), "calendar");
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
