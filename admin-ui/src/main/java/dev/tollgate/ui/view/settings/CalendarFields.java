package dev.tollgate.ui.view.settings;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import dev.tollgate.model.api.Settings;
import dev.tollgate.ui.view.layout.FormFields;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;

/** When an organization's days, weeks and years begin. */
final class CalendarFields {
    static final String ZONE = "settings-zone";
    static final String WEEK_START = "settings-week-start";
    static final String YEAR_START = "settings-year-start";

    private static final String MONDAY = DayOfWeek.MONDAY.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    private static final String JANUARY = Month.JANUARY.getDisplayName(TextStyle.FULL, Locale.ENGLISH);

    final ComboBox<String> zone;
    final Select<DayOfWeek> weekStart;
    final Select<Month> yearStart;

    CalendarFields(FormFields fields) {
        zone = fields.add("timeZone", new ComboBox<>("Time zone"));
        zone.setId(ZONE);
        zone.setItems(ZoneId.getAvailableZoneIds().stream().sorted().toList());
        zone.setClearButtonVisible(true);
        zone.setPlaceholder("UTC");
        zone.setWidth("24rem");
        weekStart = fields.add("weekStart", new Select<>());
        weekStart.setId(WEEK_START);
        weekStart.setLabel("Weeks begin on");
        weekStart.setItems(DayOfWeek.values());
        weekStart.setEmptySelectionAllowed(true);
        weekStart.setEmptySelectionCaption(MONDAY + ", as usual");
        weekStart.setItemLabelGenerator(
                day -> day == null ? MONDAY + ", as usual" : day.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        yearStart = fields.add("yearStart", new Select<>());
        yearStart.setId(YEAR_START);
        yearStart.setLabel("Years begin with");
        yearStart.setItems(Month.values());
        yearStart.setEmptySelectionAllowed(true);
        yearStart.setEmptySelectionCaption(JANUARY + ", as usual");
        yearStart.setItemLabelGenerator(
                month -> month == null ? JANUARY + ", as usual" : month.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    }

    void show(Settings settings) {
        zone.setValue(settings.timeZone());
        weekStart.setValue(settings.weekStart());
        yearStart.setValue(settings.yearStart());
    }
}
