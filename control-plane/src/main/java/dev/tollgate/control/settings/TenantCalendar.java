package dev.tollgate.control.settings;

import dev.tollgate.model.quota.QuotaWindow;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** When a tenant's days, weeks and years begin, where nothing else is said. */
public record TenantCalendar(ZoneId zone, DayOfWeek weekStart, Month yearStart) {
    /** Of a tenant that has said nothing. */
    public static final TenantCalendar USUAL = new TenantCalendar(ZoneId.of("UTC"), DayOfWeek.MONDAY, Month.JANUARY);

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm VV", Locale.ENGLISH);

    /** As a window has them, so that what is left out of it stays as it is; {@link #USUAL} of one that begins nowhere. */
    public static TenantCalendar of(QuotaWindow window) {
        return window instanceof QuotaWindow.Calendar calendar
                ? new TenantCalendar(calendar.zone(), calendar.weekStart(), calendar.yearStart())
                : USUAL;
    }

    /** The same weeks and years by the clocks of another zone. */
    public TenantCalendar in(ZoneId other) {
        return new TenantCalendar(other, weekStart, yearStart);
    }

    /** A minute as people of the tenant read it: {@code 2026-11-30 12:16 Europe/Vienna}. */
    public String minute(Instant time) {
        return MINUTE.format(time.atZone(zone));
    }

    /**
     * @throws IllegalArgumentException with what a zone is, if the text names none
     */
    public static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is a time zone such as Europe/Vienna or UTC", e);
        }
    }
}
