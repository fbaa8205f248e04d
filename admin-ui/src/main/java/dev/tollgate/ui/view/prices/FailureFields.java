package dev.tollgate.ui.view.prices;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.FailureCharge;
import dev.tollgate.model.price.FailureCharges;
import dev.tollgate.ui.view.layout.FormFields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What calls cost that did not go well: nothing, as usual, or an amount that is typed. */
final class FailureFields {
    private static final String FREE = "free";
    private static final String USUAL = "as usual";

    private final FormFields fields;
    private final ComboBox<String> toolError;
    private final ComboBox<String> upstreamError;
    private final ComboBox<String> timeout;
    private final ComboBox<String> cancelled;
    private final ComboBox<String> refused;
    final Details details;

    FailureFields(FormFields fields) {
        this.fields = fields;
        toolError = field("toolError", "The tool says that it failed", FREE, USUAL);
        upstreamError = field("upstreamError", "The server fails", FREE, USUAL);
        timeout = field("timeout", "The server takes too long", FREE, USUAL);
        cancelled = field("cancelled", "The agent cancels it", FREE, USUAL);
        refused = field("refused", "Tollgate refuses it", FREE);
        Div body = new Div(toolError, upstreamError, timeout, cancelled, refused);
        body.addClassName("form-body");
        details = new Details("What failed calls cost", body);
    }

    private ComboBox<String> field(String name, String label, String... choices) {
        ComboBox<String> field = fields.add("terms.failures." + name, new ComboBox<>(label));
        field.setId("price-" + name.toLowerCase(Locale.ROOT));
        field.setItems(List.of(choices));
        field.setAllowCustomValue(true);
        field.addCustomValueSetListener(
                event -> field.setValue(event.getDetail().strip()));
        field.setHelperText("Choose, or type dollars such as 0.001.");
        field.setValue(FREE);
        return field;
    }

    void show(FailureCharges charges) {
        toolError.setValue(words(charges.toolError()));
        upstreamError.setValue(words(charges.upstreamError()));
        timeout.setValue(words(charges.timeout()));
        cancelled.setValue(words(charges.cancelled()));
        refused.setValue(words(charges.refused()));
        details.setOpened(!charges.equals(FailureCharges.FREE));
    }

    private static String words(FailureCharge charge) {
        return switch (charge) {
            case FailureCharge.Free _ -> FREE;
            case FailureCharge.AsUsual _ -> USUAL;
            case FailureCharge.Fixed fixed -> fixed.amount().dollars();
        };
    }

    Optional<FailureCharges> read() {
        Optional<FailureCharge> ofTool = read("toolError", toolError);
        Optional<FailureCharge> ofServer = read("upstreamError", upstreamError);
        Optional<FailureCharge> late = read("timeout", timeout);
        Optional<FailureCharge> ended = read("cancelled", cancelled);
        Optional<FailureCharge> notMade = read("refused", refused);
        if (ofTool.isEmpty() || ofServer.isEmpty() || late.isEmpty() || ended.isEmpty() || notMade.isEmpty()) {
            return Optional.empty();
        }
        return Reading.of(
                fields,
                "terms.failures.refused",
                () -> new FailureCharges(ofTool.get(), ofServer.get(), late.get(), ended.get(), notMade.get()));
    }

    private Optional<FailureCharge> read(String name, ComboBox<String> field) {
        String text = field.getOptionalValue().orElse(FREE);
        return Reading.of(fields, "terms.failures." + name, () -> switch (text) {
            case FREE -> new FailureCharge.Free();
            case USUAL -> new FailureCharge.AsUsual();
            default -> new FailureCharge.Fixed(Money.ofDollars(text));
        });
    }
}
