package dev.tollgate.ui.view.limits;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import dev.tollgate.model.api.LimitWindow;
import dev.tollgate.model.quota.WindowLength;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Texts;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;

/** Within which time a limit's amount may be used. */
final class WindowFields {
    static final String KIND = "limit-window-kind";
    static final String LENGTH = "limit-window-length";
    static final String ZONE = "limit-window-zone";
    static final String WEEK_START = "limit-week-start";
    static final String YEAR_START = "limit-year-start";

    final Select<LimitWindow.Kind> kind = new Select<>();
    final Select<WindowLength> length = new Select<>();
    final ComboBox<String> zone = new ComboBox<>("Time zone");
    final Select<DayOfWeek> weekStart = new Select<>();
    final Select<Month> yearStart = new Select<>();

    WindowFields(FormFields fields) {
        fields.add("window.kind", kind);
        fields.add("window.length", length);
        fields.place("window", length);
        fields.add("window.zone", zone);
        fields.add("window.weekStart", weekStart);
        fields.add("window.yearStart", yearStart);
        describe();
        zone.setItems(ZoneId.getAvailableZoneIds().stream().sorted().toList());
        kind.addValueChangeListener(event -> lay());
        length.addValueChangeListener(event -> lay());
        zone.setValue(Texts.zone().getId());
        weekStart.setValue(DayOfWeek.MONDAY);
        yearStart.setValue(Month.JANUARY);
        kind.setValue(LimitWindow.Kind.CALENDAR);
        length.setValue(WindowLength.MONTH);
    }

    private void describe() {
        kind.setId(KIND);
        kind.setLabel("Counted");
        kind.setItems(LimitWindow.Kind.values());
        kind.setItemLabelGenerator(one ->
                one == LimitWindow.Kind.CALENDAR ? "by the calendar, from its beginning" : "rolling, back from now");
        length.setId(LENGTH);
        length.setLabel("Within");
        length.setItems(WindowLength.values());
        length.setItemLabelGenerator(LimitWords::length);
        zone.setId(ZONE);
        zone.setAllowCustomValue(true);
        zone.addCustomValueSetListener(event -> zone.setValue(event.getDetail()));
        weekStart.setId(WEEK_START);
        weekStart.setLabel("Weeks begin on");
        weekStart.setItems(DayOfWeek.values());
        weekStart.setItemLabelGenerator(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        yearStart.setId(YEAR_START);
        yearStart.setLabel("Years begin with");
        yearStart.setItems(Month.values());
        yearStart.setItemLabelGenerator(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    }

    private void lay() {
        boolean calendar = kind.getValue() == LimitWindow.Kind.CALENDAR;
        WindowLength chosen = length.getValue();
        zone.setVisible(calendar);
        weekStart.setVisible(calendar && chosen == WindowLength.WEEK);
        yearStart.setVisible(calendar && (chosen == WindowLength.QUARTER || chosen == WindowLength.YEAR));
        length.setHelperText(
                calendar || chosen == null ? "" : "At every moment, the last " + LimitWords.back(chosen) + " count.");
    }

    /** As it stays. */
    void show(LimitWindow window) {
        kind.setValue(window.kind());
        length.setValue(window.length());
        if (window.zone() != null && window.weekStart() != null && window.yearStart() != null) {
            zone.setValue(window.zone());
            weekStart.setValue(window.weekStart());
            yearStart.setValue(window.yearStart());
        }
        kind.setReadOnly(true);
        length.setReadOnly(true);
        zone.setReadOnly(true);
        weekStart.setReadOnly(true);
        yearStart.setReadOnly(true);
    }

    LimitWindow value() {
        return kind.getValue() == LimitWindow.Kind.ROLLING
                ? LimitWindow.rolling(length.getValue())
                : new LimitWindow(
                        kind.getValue(),
                        length.getValue(),
                        zone.getValue(),
                        weekStart.getValue(),
                        yearStart.getValue());
    }
}
