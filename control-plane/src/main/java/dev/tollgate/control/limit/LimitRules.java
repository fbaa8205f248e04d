package dev.tollgate.control.limit;

import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.model.api.LimitUnit;
import dev.tollgate.model.api.LimitWindow;
import dev.tollgate.model.api.NewLimit;
import dev.tollgate.model.quota.QuotaWindow;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which limits there can be. */
final class LimitRules {
    private static final int NAME_CHARS_MAX = 100;
    private static final ZoneId ZONE_DEFAULT = ZoneId.of("UTC");

    private LimitRules() {}

    /** Names every field that no limit can have so, whatever the tenant has. */
    static void check(FieldErrors errors, NewLimit wanted) {
        errors.text("name", wanted.name(), NAME_CHARS_MAX);
        errors.present("subject", wanted.subject());
        errors.present("unit", wanted.unit());
        errors.present("amount", wanted.amount());
        errors.present("enforcement", wanted.enforcement());
        if (wanted.unit() == LimitUnit.TOKENS) {
            errors.add("unit", "tokens are not counted yet; calls and dollars are");
        } else if (wanted.unit() != null && wanted.amount() != null) {
            errors.check("amount", () -> LimitAmounts.parse(LimitAmounts.unit(wanted.unit()), wanted.amount()));
        }
        checkAlerts(errors, wanted.alertAt());
        errors.present("window", wanted.window());
        if (wanted.window() != null) {
            check(errors, wanted.window());
        }
    }

    private static void checkAlerts(FieldErrors errors, @Nullable List<Integer> shares) {
        errors.listSize("alertAt", shares, Thresholds.COUNT_MAX);
        if (shares != null && shares.stream().anyMatch(share -> share != null && (share < 1 || share > 100))) {
            errors.add("alertAt", "are percent from 1 to 100");
        }
    }

    private static void check(FieldErrors errors, LimitWindow window) {
        errors.present("window.kind", window.kind());
        errors.present("window.length", window.length());
        if (window.kind() == LimitWindow.Kind.ROLLING) {
            absent(errors, "window.zone", window.zone());
            absent(errors, "window.weekStart", window.weekStart());
            absent(errors, "window.yearStart", window.yearStart());
        } else {
            errors.check("window.zone", () -> zone(window.zone()));
        }
    }

    private static void absent(FieldErrors errors, String field, @Nullable Object value) {
        if (value != null) {
            errors.add(field, "is for calendar windows; a rolling one has no beginning");
        }
    }

    /** A window that was checked. */
    static QuotaWindow window(LimitWindow wanted) {
        return switch (wanted.kind()) {
            case ROLLING -> new QuotaWindow.Rolling(wanted.length());
            case CALENDAR ->
                new QuotaWindow.Calendar(
                        wanted.length(),
                        zone(wanted.zone()),
                        Objects.requireNonNullElse(wanted.weekStart(), DayOfWeek.MONDAY),
                        Objects.requireNonNullElse(wanted.yearStart(), Month.JANUARY));
        };
    }

    private static ZoneId zone(@Nullable String zone) {
        try {
            return zone == null ? ZONE_DEFAULT : ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is a time zone such as Europe/Vienna or UTC", e);
        }
    }
}
