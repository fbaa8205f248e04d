package dev.tollgate.ui.view.limits;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import dev.tollgate.model.api.LimitWindow;
import dev.tollgate.model.quota.WindowLength;
import dev.tollgate.ui.view.layout.FormFields;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Within which time a limit's amount may be used. */
final class WindowFields {
    static final String KIND = "limit-window-kind";
    static final String LENGTH = "limit-window-length";
    static final String ZONE = "limit-window-zone";
    static final String WEEK_START = "limit-week-start";
    static final String YEAR_START = "limit-year-start";

    private static final String AS_USUAL = "as the settings say";

    final Select<LimitWindow.Kind> kind = new Select<>();
    final Select<WindowLength> length = new Select<>();
    final ComboBox<String> zone = new ComboBox<>("Time zone");
    final Select<DayOfWeek> weekStart = new Select<>();
    final Select<Month> yearStart = new Select<>();
    private boolean offered = true;

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
        zone.setPlaceholder(AS_USUAL);
        zone.setClearButtonVisible(true);
        zone.setAllowCustomValue(true);
        zone.addCustomValueSetListener(event -> zone.setValue(event.getDetail()));
        weekStart.setId(WEEK_START);
        weekStart.setLabel("Weeks begin on");
        weekStart.setItems(DayOfWeek.values());
        weekStart.setEmptySelectionAllowed(true);
        weekStart.setEmptySelectionCaption(AS_USUAL);
        weekStart.setItemLabelGenerator(
                day -> day == null ? AS_USUAL : day.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        yearStart.setId(YEAR_START);
        yearStart.setLabel("Years begin with");
        yearStart.setItems(Month.values());
        yearStart.setEmptySelectionAllowed(true);
        yearStart.setEmptySelectionCaption(AS_USUAL);
        yearStart.setItemLabelGenerator(
                month -> month == null ? AS_USUAL : month.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    }

    /** What runs at once is counted in no window. */
    void offer(boolean windowed) {
        offered = windowed;
        lay();
    }

    private void lay() {
        kind.setVisible(offered);
        length.setVisible(offered);
        boolean calendar = offered && kind.getValue() == LimitWindow.Kind.CALENDAR;
        WindowLength chosen = length.getValue();
        zone.setVisible(calendar);
        weekStart.setVisible(calendar && chosen == WindowLength.WEEK);
        yearStart.setVisible(calendar && (chosen == WindowLength.QUARTER || chosen == WindowLength.YEAR));
        length.setHelperText(
                kind.getValue() == LimitWindow.Kind.CALENDAR || chosen == null
                        ? ""
                        : "At every moment, the last " + LimitWords.back(chosen) + " count.");
    }

    /** As it stays. */
    void show(@Nullable LimitWindow window) {
        if (window == null) {
            return;
        }
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

    @Nullable
    LimitWindow value() {
        if (!offered) {
            return null;
        }
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
