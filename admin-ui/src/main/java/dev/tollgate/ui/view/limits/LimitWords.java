package dev.tollgate.ui.view.limits;

import dev.tollgate.model.api.Enforcement;
import dev.tollgate.model.api.Limit;
import dev.tollgate.model.api.LimitOverride;
import dev.tollgate.model.api.LimitUnit;
import dev.tollgate.model.api.LimitWindow;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.WindowLength;
import dev.tollgate.ui.view.layout.Texts;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How limits are spoken of. */
final class LimitWords {
    private LimitWords() {}

    static String kind(QuotaSubject.Kind kind) {
        return switch (kind) {
            case TENANT -> "everything";
            case TOOL_GROUP -> "tool group";
            case TIER, CUSTOMER, TEAM, USER, SERVICE, KEY, SERVER, TOOL, PRICE -> Texts.words(kind);
        };
    }

    /** {@code team Alpha}; by its id where its name is not known. */
    static String subject(Limit limit) {
        QuotaSubject subject = limit.subject();
        return subject.kind() == QuotaSubject.Kind.TENANT
                ? "Everything of the organization"
                : kind(subject.kind()) + " " + Objects.requireNonNullElse(limit.subjectName(), subject.id());
    }

    static String length(WindowLength length) {
        return switch (length) {
            case MINUTE -> "minute";
            case FIVE_MINUTES -> "5 minutes";
            case HOUR -> "hour";
            case DAY -> "day";
            case WEEK -> "week";
            case MONTH -> "month";
            case QUARTER -> "quarter";
            case YEAR -> "year";
        };
    }

    /** {@code each month, Europe/Vienna}, {@code any 24 hours}. */
    static String window(@Nullable LimitWindow window) {
        if (window == null) {
            return "at once";
        }
        return switch (window.kind()) {
            case CALENDAR -> "each " + length(window.length()) + ", " + window.zone();
            case ROLLING -> "any " + back(window.length());
        };
    }

    /** How far a rolling window reaches back. */
    static String back(WindowLength length) {
        return switch (length) {
            case MINUTE -> "60 seconds";
            case FIVE_MINUTES -> "5 minutes";
            case HOUR -> "60 minutes";
            case DAY -> "24 hours";
            case WEEK, MONTH, QUARTER, YEAR -> length.rolling().toDays() + " days";
        };
    }

    static String unit(LimitUnit unit) {
        return switch (unit) {
            case DOLLARS -> "US dollars";
            case CALLS -> "calls";
            case TOKENS -> "tokens of arguments and results";
            case CONCURRENT -> "calls that run at once";
        };
    }

    /** {@code $500.00 until 1 Jan 2027, 00:00}; with its beginning if that is to come. */
    static String override(LimitUnit unit, LimitOverride override, Instant now) {
        String from = override.from().isAfter(now) ? " from " + Texts.minute(override.from()) : "";
        return unit.words(override.amount()) + from + " until " + Texts.minute(override.until());
    }

    static String enforcement(Enforcement enforcement) {
        return switch (enforcement) {
            case HARD -> "Refuse calls";
            case WARN -> "Only show";
        };
    }
}
