package dev.tollgate.ui.view.spend;

import dev.tollgate.model.api.SpendRow;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What a group is called. Where the report groups by an id, it has the name that the thing had last beside it. */
record Labels(Grouping grouping, ZoneId zone) {
    private static final String NAME_SUFFIX = "Name";
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter HOUR_OF_TWO =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm xxx", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

    String of(SpendRow row) {
        String value = row.group().getOrDefault(grouping.apiName(), "");
        if (grouping.isUnknown(row)) {
            return grouping.unknown();
        }
        return switch (grouping) {
            case MONTH -> month(value);
            case WEEK -> "Week of " + day(value);
            case DAY -> day(value);
            case HOUR -> hour(value);
            case STATUS -> value.toLowerCase(Locale.ENGLISH).replace('_', ' ');
            case TOOL -> value;
            case KEY, SERVER, ENVIRONMENT, MODEL -> named(row, value);
        };
    }

    private String named(SpendRow row, String id) {
        String name = row.group().getOrDefault(grouping.apiName() + NAME_SUFFIX, "");
        return name.isBlank() ? id : name;
    }

    private static String day(String value) {
        try {
            return DAY.format(LocalDate.parse(value));
        } catch (DateTimeException e) {
            return value;
        }
    }

    private static String month(String value) {
        try {
            return MONTH.format(YearMonth.parse(value));
        } catch (DateTimeException e) {
            return value;
        }
    }

    /** An hour that the zone's clocks go through twice says which of the two it is. */
    private String hour(String value) {
        try {
            OffsetDateTime hour = OffsetDateTime.parse(value);
            boolean twice =
                    zone.getRules().getValidOffsets(hour.toLocalDateTime()).size() > 1;
            return (twice ? HOUR_OF_TWO : HOUR).format(hour);
        } catch (DateTimeException e) {
            return value;
        }
    }
}
