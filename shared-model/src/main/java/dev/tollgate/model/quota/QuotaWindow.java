package dev.tollgate.model.quota;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;

/** The time within which a limit's amount may be used. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = QuotaWindow.Rolling.class, name = "rolling"),
    @JsonSubTypes.Type(value = QuotaWindow.Calendar.class, name = "calendar"),
    @JsonSubTypes.Type(value = QuotaWindow.Running.class, name = "running")
})
public sealed interface QuotaWindow {
    /** Holds what runs at a moment, and nothing of what was before. */
    record Running() implements QuotaWindow {}

    /** Ends now, at every moment, and reaches back by {@link WindowLength#rolling()}. */
    record Rolling(WindowLength length) implements QuotaWindow {}

    /**
     * Begins where the clock and calendar of a zone say: minutes and hours on the full one, days at midnight.
     *
     * @param weekStart the day on which a week begins
     * @param yearStart the month on whose first day a year begins, and every third month from it a quarter
     */
    record Calendar(WindowLength length, ZoneId zone, DayOfWeek weekStart, Month yearStart) implements QuotaWindow {
        /** With weeks from Monday and years from January. */
        public static Calendar of(WindowLength length, ZoneId zone) {
            return new Calendar(length, zone, DayOfWeek.MONDAY, Month.JANUARY);
        }

        /** The one period that contains {@code at}. Periods follow one another without gap or overlap. */
        public Period periodAt(Instant at) {
            return length.isWithinDay() ? ClockPeriods.at(at, length, zone) : DatePeriods.at(at, this);
        }
    }
}
