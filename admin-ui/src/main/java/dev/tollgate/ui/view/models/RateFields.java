package dev.tollgate.ui.view.models;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.ModelRates;
import dev.tollgate.model.price.Rate;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a million tokens cost, and from which day on. */
final class RateFields {
    static final String INPUT = "model-input";
    static final String OUTPUT = "model-output";
    static final String CACHED = "model-cached";
    static final String FROM = "model-from";

    private final FormFields fields;
    private final TextField input;
    private final TextField output;
    private final TextField cached;
    private final DatePicker from;

    RateFields(FormFields fields) {
        this.fields = fields;
        input = amount(INPUT, "rates.input", "A million tokens read", "Results of tools are read. For instance 2.50.");
        output = amount(OUTPUT, "rates.output", "A million tokens written", "Arguments are written. For instance 10.");
        cached = amount(
                CACHED,
                "rates.cachedInput",
                "A million tokens read again",
                "Definitions of tools are read with each request, which most providers take less for. For instance 0.25."
                        + " Empty: as read.");
        from = fields.add("effectiveFrom", new DatePicker("Holds from the beginning of"));
        from.setId(FROM);
        from.setClearButtonVisible(true);
        from.setMin(LocalDate.now(Texts.zone()).plusDays(1));
        from.setHelperText("In your time zone. Empty: at once. Calls that were made keep their cost.");
    }

    private TextField amount(String id, String apiName, String label, String help) {
        TextField field = fields.add(apiName, new TextField(label));
        field.setId(id);
        field.setPrefixComponent(new Span("$"));
        field.setHelperText(help);
        return field;
    }

    Component[] all() {
        return new Component[] {input, output, cached, from};
    }

    void show(ModelRates rates) {
        input.setValue(perMillion(rates.input()));
        output.setValue(perMillion(rates.output()));
        Rate again = rates.cachedInput();
        cached.setValue(again == null ? "" : perMillion(again));
    }

    private static String perMillion(Rate rate) {
        return rate.times(ModelWords.MILLION).dollars();
    }

    /** Nothing if one cannot be read, which its field says then. */
    Optional<ModelRates> read() {
        fields.clear();
        Optional<Rate> reads = read("rates.input", input);
        Optional<Rate> writes = read("rates.output", output);
        Optional<Rate> readsAgain = cached.isEmpty() ? Optional.empty() : read("rates.cachedInput", cached);
        if (reads.isEmpty() || writes.isEmpty() || !cached.isEmpty() && readsAgain.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ModelRates(reads.get(), writes.get(), readsAgain.orElse(null)));
    }

    private Optional<Rate> read(String apiName, TextField field) {
        try {
            return Optional.of(new Rate(Money.ofDollars(field.getValue().strip()), ModelWords.MILLION));
        } catch (IllegalArgumentException e) {
            fields.refuse(apiName, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    @Nullable
    Instant begins() {
        return from.getValue() == null
                ? null
                : from.getValue().atStartOfDay(Texts.zone()).toInstant();
    }
}
