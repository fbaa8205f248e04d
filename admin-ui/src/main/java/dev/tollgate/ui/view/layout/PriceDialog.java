package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.NewPrice;
import dev.tollgate.model.api.Price;
import dev.tollgate.model.money.Money;
import dev.tollgate.ui.client.IdempotencyKey;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.TollgateApi;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sets, changes or removes the price of a server's calls or of one tool's. */
public final class PriceDialog {
    public static final String PER_CALL = "price-per-call";
    public static final String CHARGE_FAILURES = "price-charge-failures";
    public static final String REMOVE = "price-remove";

    /**
     * What is priced.
     *
     * @param tool the tool's name on the server; absent for all its tools
     */
    public record Subject(
            UUID server, String serverName, @Nullable String tool) {
        String words() {
            return tool == null ? "every tool of " + serverName : tool + " of " + serverName;
        }
    }

    private final TollgateApi api;
    private final Subject subject;
    private final Optional<Price> current;
    private final Runnable changed;
    private final IdempotencyKey idempotency = new IdempotencyKey();
    private final FormFields fields = new FormFields();
    private final TextField perCall = fields.add("perCall", new TextField("Price per call"));
    private final Checkbox chargeFailures = fields.add("chargeFailures", new Checkbox("Charge failed calls too"));
    private final FormDialog dialog;

    public PriceDialog(TollgateApi api, Subject subject, Optional<Price> current, Runnable changed) {
        this.api = api;
        this.subject = subject;
        this.current = current;
        this.changed = changed;
        dialog = new FormDialog(
                "Price of " + subject.words(),
                subject.tool() == null
                        ? "Holds for each call of this server, unless a tool has a price of its own."
                        : "Goes before the price of the server.",
                "Set price",
                fields,
                form -> send());
        perCall.setId(PER_CALL);
        perCall.setPrefixComponent(new Span("$"));
        perCall.setHelperText("US dollars with up to nine decimals, such as 0.0025. 0 makes it free.");
        chargeFailures.setId(CHARGE_FAILURES);
        chargeFailures.setHelperText(
                "Calls that reached the server and failed. What Tollgate refuses is never charged.");
        current.ifPresent(price -> {
            perCall.setValue(price.perCall().dollars());
            chargeFailures.setValue(price.chargeFailures());
            dialog.getFooter().addComponentAsFirst(remove(price));
        });
        dialog.with(perCall, chargeFailures);
    }

    public void open() {
        dialog.open();
        perCall.focus();
    }

    private Button remove(Price price) {
        Button remove = new Button("Remove price", click -> {
            api.deletePrice(price.id(), IfMatch.version(price.version()));
            finish("Price removed: " + subject.words() + ".");
        });
        remove.setId(REMOVE);
        remove.addThemeVariants(ButtonVariant.ERROR, ButtonVariant.TERTIARY);
        return remove;
    }

    private void send() {
        Money amount;
        try {
            amount = Money.ofDollars(perCall.getValue().strip());
        } catch (IllegalArgumentException e) {
            fields.refuse("perCall", String.valueOf(e.getMessage()));
            return;
        }
        NewPrice price = new NewPrice(subject.server(), subject.tool(), amount, chargeFailures.getValue());
        current.ifPresentOrElse(
                old -> api.replacePrice(old.id(), IfMatch.version(old.version()), price),
                () -> api.createPrice(idempotency.forBody(price), price));
        finish("A call of " + subject.words() + " costs " + Texts.money(amount) + " now.");
    }

    private void finish(String message) {
        dialog.close();
        Notices.done(message);
        changed.run();
    }
}
