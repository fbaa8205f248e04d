package dev.tollgate.model.price;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tollgate.model.quota.QuotaWindow;
import dev.tollgate.model.quota.WindowLength;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Within what time counting goes on from call to call, by the calendar: a day or longer. As text {@code 1M},
 * {@code 1M Europe/Vienna}, {@code 1w Europe/Vienna SUNDAY}, {@code 1Y UTC APRIL}.
 *
 * @param zone of the calendar's days, such as Europe/Vienna; until it is said what its owner's settings say
 * @param weekStart of a week alone: the day on which it begins
 * @param yearStart of a quarter or a year alone: the month on whose first day a year begins
 */
public record PricePeriod(
        WindowLength length,
        @Nullable String zone,
        @Nullable DayOfWeek weekStart,
        @Nullable Month yearStart) {
    public PricePeriod {
        if (length.isWithinDay()) {
            throw new IllegalArgumentException("a price's period is 1d, 1w, 1M, 1Q or 1Y long, not " + length);
        }
        if (zone != null) {
            zone = checked(zone);
        }
        // What means nothing is not there: two periods that are the same are equal.
        weekStart = length == WindowLength.WEEK ? weekStart : null;
        yearStart = length == WindowLength.QUARTER || length == WindowLength.YEAR ? yearStart : null;
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static PricePeriod read(
            @JsonProperty(value = "length", required = true) WindowLength length,
            @JsonProperty("zone") @Nullable String zone,
            @JsonProperty("weekStart") @Nullable DayOfWeek weekStart,
            @JsonProperty("yearStart") @Nullable Month yearStart) {
        return new PricePeriod(length, zone, weekStart, yearStart);
    }

    private static String checked(String zone) {
        try {
            return ZoneId.of(zone).getId();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a time zone is such as Europe/Vienna or UTC, not " + zone, e);
        }
    }

    /** Of a length, in the owner's zone. */
    public static PricePeriod of(WindowLength length) {
        return new PricePeriod(length, null, null, null);
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static PricePeriod parse(String text) {
        String[] parts = text.strip().split(" +");
        WindowLength length = WindowLength.of(parts[0]);
        String zone = parts.length > 1 ? parts[1] : null;
        String begins = parts.length > 2 ? parts[2].toUpperCase(Locale.ROOT) : null;
        PricePeriod read =
                new PricePeriod(length, zone, named(DayOfWeek.values(), begins), named(Month.values(), begins));
        if (parts.length > 3 || begins != null && read.weekStart == null && read.yearStart == null) {
            throw new IllegalArgumentException(
                    "a period is written as 1M, 1M Europe/Vienna, 1w Europe/Vienna SUNDAY or 1Y UTC APRIL");
        }
        return read;
    }

    private static <E extends Enum<E>> @Nullable E named(E[] values, @Nullable String name) {
        return Arrays.stream(values)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** With what is not said of it as its owner's calendar has it. */
    public PricePeriod in(QuotaWindow.Calendar owner) {
        return new PricePeriod(
                length,
                Objects.requireNonNullElse(zone, owner.zone().getId()),
                Objects.requireNonNullElse(weekStart, owner.weekStart()),
                Objects.requireNonNullElse(yearStart, owner.yearStart()));
    }

    /** As the ledger counts; what is not said is UTC, Monday and January. */
    public QuotaWindow.Calendar window() {
        QuotaWindow.Calendar usual = QuotaWindow.Calendar.of(length, ZoneId.of(zone == null ? "UTC" : zone));
        return new QuotaWindow.Calendar(
                length,
                usual.zone(),
                Objects.requireNonNullElse(weekStart, usual.weekStart()),
                Objects.requireNonNullElse(yearStart, usual.yearStart()));
    }

    /** As a person reads it: {@code month}. */
    public String words() {
        return switch (length) {
            case DAY -> "day";
            case WEEK -> "week";
            case MONTH -> "month";
            case QUARTER -> "quarter";
            case YEAR -> "year";
            case MINUTE, FIVE_MINUTES, HOUR -> throw new IllegalStateException("a period is a day or longer");
        };
    }

    @Override
    public String toString() {
        Object begins = weekStart == null ? yearStart : weekStart;
        return length + (zone == null ? "" : " " + zone + (begins == null ? "" : " " + begins));
    }
}
