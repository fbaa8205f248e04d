package dev.tollgate.ui.view.spend;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;

/** Which days: a usual range, or a first and a last day. */
final class RangePicker extends Composite<Div> {
    static final String RANGE = "spend-range";
    static final String FROM = "spend-from";
    static final String TO = "spend-to";

    enum Preset {
        TODAY("Today"),
        DAYS_7("Last 7 days"),
        DAYS_30("Last 30 days"),
        DAYS_90("Last 90 days"),
        THIS_MONTH("This month"),
        LAST_MONTH("Last month"),
        CHOSEN("From … to …");

        private final String label;

        Preset(String label) {
            this.label = label;
        }
    }

    private final ZoneSelect zone;
    private final Select<Preset> preset = new Select<>();
    private final DatePicker first = new DatePicker();
    private final DatePicker last = new DatePicker();

    RangePicker(ZoneSelect zone, Runnable changed) {
        this.zone = zone;
        LocalDate today = zone.today();
        preset.setId(RANGE);
        preset.setAriaLabel("Range");
        preset.setItems(Preset.values());
        preset.setItemLabelGenerator(value -> value.label);
        preset.setValue(Preset.DAYS_7);
        first.setId(FROM);
        first.setAriaLabel("First day");
        first.setValue(today.minusDays(6));
        first.setMax(today);
        last.setId(TO);
        last.setAriaLabel("Last day");
        last.setValue(today);
        last.setMax(today);
        showDays();
        preset.addValueChangeListener(event -> {
            showDays();
            changed.run();
        });
        first.addValueChangeListener(event -> changed.run());
        last.addValueChangeListener(event -> changed.run());
        getContent().addClassName("filters");
        getContent().add(preset, first, last);
    }

    Range value() {
        LocalDate today = zone.today();
        return switch (preset.getValue()) {
            case TODAY -> new Range(today, today);
            case DAYS_7 -> new Range(today.minusDays(6), today);
            case DAYS_30 -> new Range(today.minusDays(29), today);
            case DAYS_90 -> new Range(today.minusDays(89), today);
            case THIS_MONTH -> new Range(today.withDayOfMonth(1), today);
            case LAST_MONTH ->
                new Range(
                        today.withDayOfMonth(1).minusMonths(1),
                        today.withDayOfMonth(1).minusDays(1));
            case CHOSEN -> chosen(today);
        };
    }

    private Range chosen(LocalDate today) {
        LocalDate from = first.getValue() == null ? today : first.getValue();
        LocalDate to = last.getValue() == null ? today : last.getValue();
        return from.isAfter(to) ? new Range(to, from) : new Range(from, to);
    }

    private void showDays() {
        first.setVisible(preset.getValue() == Preset.CHOSEN);
        last.setVisible(preset.getValue() == Preset.CHOSEN);
    }
}
