package dev.tollgate.control.limit;

import dev.tollgate.control.settings.TenantCalendar;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.model.api.Enforcement;
import dev.tollgate.model.api.LimitUnit;
import dev.tollgate.model.api.LimitWindow;
import dev.tollgate.model.api.NewLimit;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.quota.QuotaWindow;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which limits there can be. */
final class LimitRules {
    private static final int NAME_CHARS_MAX = 100;
    private static final long RUNNING_MAX = 100_000;
    private static final long PER_CALL_DEFAULT = 50_000;

    private LimitRules() {}

    /** Names every field that no limit can have so, whatever the tenant has. */
    static void check(FieldErrors errors, NewLimit wanted) {
        errors.text("name", wanted.name(), NAME_CHARS_MAX);
        errors.present("subject", wanted.subject());
        if (wanted.subject() != null && wanted.subject().kind() == QuotaSubject.Kind.PRICE) {
            errors.add("subject", "is no price: what one counts from call to call stands in its tiers");
        }
        errors.present("unit", wanted.unit());
        errors.present("amount", wanted.amount());
        errors.present("enforcement", wanted.enforcement());
        if (wanted.unit() != null && wanted.amount() != null) {
            errors.check("amount", () -> checkAmount(wanted.unit(), wanted.amount()));
        }
        checkAlerts(errors, wanted.alertAt());
        if (wanted.unit() == LimitUnit.CONCURRENT) {
            checkRunning(errors, wanted);
        } else {
            errors.present("window", wanted.window());
        }
        if (wanted.window() != null) {
            check(errors, wanted.window());
        }
        checkPerCall(errors, wanted);
    }

    private static void checkAmount(LimitUnit unit, String text) {
        long amount = LimitAmounts.parse(LimitAmounts.unit(unit), text);
        if (unit == LimitUnit.CONCURRENT && (amount < 1 || amount > RUNNING_MAX)) {
            throw new IllegalArgumentException("of calls that run at once lies between 1 and " + RUNNING_MAX);
        }
    }

    private static void checkRunning(FieldErrors errors, NewLimit wanted) {
        if (wanted.window() != null) {
            errors.add("window", "is for what is used up within a time; what runs at once is counted in none");
        }
        if (wanted.enforcement() == Enforcement.WARN) {
            errors.add("enforcement", "is hard: what runs at once is known only where gateways ask before they call");
        }
        if (wanted.alertAt() != null && !wanted.alertAt().isEmpty()) {
            errors.add("alertAt", "are for what is used up; what runs at once comes and goes with every call");
        }
    }

    private static void checkPerCall(FieldErrors errors, NewLimit wanted) {
        @Nullable Long most = wanted.perCallMax();
        if (most == null) {
            return;
        }
        if (wanted.unit() != LimitUnit.TOKENS) {
            errors.add("perCallMax", "is for tokens; of all else it is known before a call what it may take");
        } else if (most < 1) {
            errors.add("perCallMax", "is 1 or more");
        } else if (errors.isEmpty()) {
            errors.check("perCallMax", () -> checkFits(most, LimitAmounts.parse(QuotaUnit.TOKENS, wanted.amount())));
        }
    }

    /**
     * @param perCallMax what each call reserves; absent if that follows from the call
     */
    static void checkFits(@Nullable Long perCallMax, long amount) {
        if (perCallMax != null && amount > 0 && amount < perCallMax) {
            throw new IllegalArgumentException(
                    "no call fits: each reserves up to " + perCallMax + " tokens, and the amount is " + amount);
        }
    }

    /** The most that one call takes of a limit that was checked; null of all but tokens. */
    static @Nullable Long perCallMax(NewLimit wanted, long amount) {
        if (wanted.unit() != LimitUnit.TOKENS) {
            return null;
        }
        return wanted.perCallMax() != null ? wanted.perCallMax() : Math.max(1, Math.min(amount, PER_CALL_DEFAULT));
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
            @Nullable String zone = window.zone();
            if (zone != null) {
                errors.check("window.zone", () -> TenantCalendar.zone(zone));
            }
        }
    }

    private static void absent(FieldErrors errors, String field, @Nullable Object value) {
        if (value != null) {
            errors.add(field, "is for calendar windows; a rolling one has no beginning");
        }
    }

    /**
     * The window of a limit that was checked.
     *
     * @param usual what holds where nothing is said
     */
    static QuotaWindow window(@Nullable LimitWindow wanted, TenantCalendar usual) {
        if (wanted == null) {
            return new QuotaWindow.Running();
        }
        return switch (wanted.kind()) {
            case ROLLING -> new QuotaWindow.Rolling(wanted.length());
            case CALENDAR ->
                new QuotaWindow.Calendar(
                        wanted.length(),
                        wanted.zone() == null ? usual.zone() : TenantCalendar.zone(wanted.zone()),
                        Objects.requireNonNullElse(wanted.weekStart(), usual.weekStart()),
                        Objects.requireNonNullElse(wanted.yearStart(), usual.yearStart()));
        };
    }
}
