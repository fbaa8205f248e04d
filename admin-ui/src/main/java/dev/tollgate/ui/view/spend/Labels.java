package dev.tollgate.ui.view.spend;

import dev.tollgate.model.api.SpendRow;
import dev.tollgate.ui.view.layout.Texts;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** What a group is called: people know names, the report knows ids. */
record Labels(Grouping grouping, Map<String, String> namesById) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

    String of(SpendRow row) {
        String value = row.group().getOrDefault(grouping.apiName(), "");
        if (value.isEmpty()) {
            return "(none)";
        }
        return switch (grouping) {
            case DAY -> day(value);
            case HOUR -> hour(value);
            case STATUS -> value.toLowerCase(Locale.ENGLISH).replace('_', ' ');
            case KEY, TOOL, SERVER, ENVIRONMENT -> namesById.getOrDefault(value, value);
        };
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
