package dev.tollgate.ui.view.spend;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import dev.tollgate.ui.view.layout.Texts;
import java.time.LocalDate;

/** Which days: a usual range, or a first and a last day. */
final class RangePicker extends Composite<Div> {
    static final String RANGE = "spend-range";
    static final String FROM = "spend-from";
    static final String TO = "spend-to";

    enum Preset {
        TODAY("Today", 1),
        DAYS_7("Last 7 days", 7),
        DAYS_30("Last 30 days", 30),
        DAYS_90("Last 90 days", 90),
        CHOSEN("From … to …", 0);

        private final String label;
        private final int days;

        Preset(String label, int days) {
            this.label = label;
            this.days = days;
        }
    }

    private final Select<Preset> preset = new Select<>();
    private final DatePicker first = new DatePicker();
    private final DatePicker last = new DatePicker();

    RangePicker(Runnable changed) {
        LocalDate today = LocalDate.now(Texts.zone());
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
        LocalDate today = LocalDate.now(Texts.zone());
        if (preset.getValue() != Preset.CHOSEN) {
            return Range.days(today.minusDays(preset.getValue().days - 1L), today, Texts.zone());
        }
        LocalDate from = first.getValue() == null ? today : first.getValue();
        LocalDate to = last.getValue() == null ? today : last.getValue();
        return from.isAfter(to) ? Range.days(to, from, Texts.zone()) : Range.days(from, to, Texts.zone());
    }

    private void showDays() {
        first.setVisible(preset.getValue() == Preset.CHOSEN);
        last.setVisible(preset.getValue() == Preset.CHOSEN);
    }
}
