package dev.tollgate.control.limit;

import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.model.api.NewLimitOverride;
import dev.tollgate.model.quota.Period;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which overrides a limit can have, and when they hold. */
final class OverrideRules {
    private static final int WINDOWS_MAX = 366;
    private static final Duration AHEAD_MAX = Duration.ofDays(366);

    private OverrideRules() {}

    static void check(FieldErrors errors, NewLimitOverride wanted, QuotaLimit limit, Instant now) {
        if (limit.window() instanceof QuotaWindow.Running) {
            errors.add("windows", "are what an override holds for, and what runs at once has none; change its amount");
            return;
        }
        errors.present("amount", wanted.amount());
        if (wanted.amount() != null) {
            errors.check("amount", () -> checkAmount(wanted.amount(), limit));
        }
        if (windows(wanted) < 1 || windows(wanted) > WINDOWS_MAX) {
            errors.add("windows", "lie between 1 and " + WINDOWS_MAX);
        }
        @Nullable Instant from = wanted.from();
        if (from != null) {
            errors.check("from", () -> checkStart(from, limit.window(), now));
        }
    }

    private static void checkAmount(String text, QuotaLimit limit) {
        long amount = LimitAmounts.parse(limit.unit(), text);
        LimitRules.checkFits(limit.perCallMax(), amount);
    }

    private static void checkStart(Instant from, QuotaWindow window, Instant now) {
        Instant earliest = start(window, now);
        if (from.isBefore(earliest)) {
            throw new IllegalArgumentException("lies before " + earliest + ", and what is over stays as it was");
        }
        if (from.isAfter(now.plus(AHEAD_MAX))) {
            throw new IllegalArgumentException("lies more than " + AHEAD_MAX.toDays() + " days ahead");
        }
    }

    static int windows(NewLimitOverride wanted) {
        return Objects.requireNonNullElse(wanted.windows(), 1);
    }

    /** When it holds: whole windows of the calendar, or as long as so many rolling ones. */
    static Period time(NewLimitOverride wanted, QuotaWindow window, Instant now) {
        Instant start = start(window, wanted.from() == null ? now : wanted.from());
        Instant end = start;
        for (int i = windows(wanted); i > 0; i--) {
            end = end(window, end);
        }
        return new Period(start, end);
    }

    private static Instant start(QuotaWindow window, Instant at) {
        return window instanceof QuotaWindow.Calendar calendar
                ? calendar.periodAt(at).start()
                : at.truncatedTo(ChronoUnit.MILLIS);
    }

    private static Instant end(QuotaWindow window, Instant start) {
        return switch (window) {
            case QuotaWindow.Calendar calendar -> calendar.periodAt(start).end();
            case QuotaWindow.Rolling rolling -> start.plus(rolling.length().rolling());
            case QuotaWindow.Running _ -> throw new IllegalStateException("what runs at once has no windows");
        };
    }
}
