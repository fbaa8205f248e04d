package dev.tollgate.ui.view.keys;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When a key ends: never, after a while, or at the end of a day in the browser's time zone. */
final class ExpiryField extends Composite<Div> {
    static final String EXPIRY = "key-expiry";
    static final String EXPIRY_DATE = "key-expiry-date";

    enum Choice {
        NEVER("never"),
        DAYS_30("in 30 days"),
        DAYS_90("in 90 days"),
        DAYS_365("in a year"),
        ON_DATE("on a date …");

        private final String label;

        Choice(String label) {
            this.label = label;
        }
    }

    private final Select<Choice> choice;
    private final DatePicker date;
    private @Nullable Instant kept;

    ExpiryField(FormFields fields) {
        choice = fields.add("expiresAt", new Select<>());
        choice.setId(EXPIRY);
        choice.setLabel("Expires");
        choice.setItems(Choice.values());
        choice.setItemLabelGenerator(value -> value.label);
        date = new DatePicker("Last day");
        date.setId(EXPIRY_DATE);
        date.setMin(LocalDate.now(Texts.zone()));
        choice.addValueChangeListener(event -> date.setVisible(event.getValue() == Choice.ON_DATE));
        choice.setValue(Choice.DAYS_90);
        date.setVisible(false);
        choice.setHelperText("An expired key is refused. A short life limits what a lost key can do.");
        getContent().addClassName("side-by-side");
        getContent().add(choice, date);
    }

    void show(@Nullable Instant expiresAt) {
        kept = expiresAt;
        choice.setValue(expiresAt == null ? Choice.NEVER : Choice.ON_DATE);
        date.setValue(expiresAt == null ? null : day(expiresAt));
    }

    /** Absent means never. */
    @Nullable
    Instant value(Instant now) {
        return switch (choice.getValue()) {
            case NEVER -> null;
            case DAYS_30 -> now.plus(Duration.ofDays(30));
            case DAYS_90 -> now.plus(Duration.ofDays(90));
            case DAYS_365 -> now.plus(Duration.ofDays(365));
            case ON_DATE -> endOf(date.getValue());
        };
    }

    /** Whether a date was asked for and not given. */
    boolean isIncomplete() {
        return choice.getValue() == Choice.ON_DATE && date.getValue() == null;
    }

    private @Nullable Instant endOf(@Nullable LocalDate day) {
        if (day == null) {
            return null;
        }
        // Saving a key without touching its last day must not move its end within that day.
        return kept != null && day.equals(day(kept))
                ? kept
                : day.plusDays(1).atStartOfDay(Texts.zone()).toInstant();
    }

    private static LocalDate day(Instant instant) {
        // An end at midnight belongs to the day before.
        return instant.minusNanos(1).atZone(Texts.zone()).toLocalDate();
    }
}
