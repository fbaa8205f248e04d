package dev.tollgate.ui.view.spend;

import dev.tollgate.model.api.SpendRow;
import dev.tollgate.ui.view.layout.Texts;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What a group is called. Where the report groups by an id, it has the name that the thing had last beside it. */
record Labels(Grouping grouping) {
    private static final String NAME_SUFFIX = "Name";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

    String of(SpendRow row) {
        String value = row.group().getOrDefault(grouping.apiName(), "");
        if (grouping.isUnknown(row)) {
            return grouping.unknown();
        }
        return switch (grouping) {
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

    private static String hour(String value) {
        try {
            return Texts.minute(Instant.parse(value));
        } catch (DateTimeException e) {
            return value;
        }
    }
}
