package dev.tollgate.ui.view.prices;

import com.vaadin.flow.component.datepicker.DatePicker;
import dev.tollgate.ui.view.layout.Texts;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From which day on terms hold; at once if none is chosen. */
final class BeginField extends DatePicker {
    BeginField() {
        super("Holds from the beginning of");
        setClearButtonVisible(true);
        setMin(LocalDate.now(Texts.zone()).plusDays(1));
        setHelperText("In your time zone. Empty: at once. Calls that were made keep their price.");
    }

    @Nullable
    Instant begins() {
        return getValue() == null ? null : getValue().atStartOfDay(Texts.zone()).toInstant();
    }

    /** {@code now.} or {@code from 1 Jan 2027, 00:00 on.} */
    String words() {
        Instant begins = begins();
        return begins == null ? "now." : "from " + Texts.minute(begins) + " on.";
    }
}
