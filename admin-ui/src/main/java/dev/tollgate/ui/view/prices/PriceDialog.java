package dev.tollgate.ui.view.prices;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import dev.tollgate.model.api.NewPrice;
import dev.tollgate.model.api.NewPriceVersion;
import dev.tollgate.model.api.Price;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.price.PriceVersion;
import dev.tollgate.ui.client.IdempotencyKey;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.FormDialog;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Notices;
import dev.tollgate.ui.view.layout.Texts;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sets the price of a server's calls or of one tool's, gives it other terms, now or from a day on, or removes it. */
public final class PriceDialog {
    public static final String FROM = "price-from";
    public static final String REMOVE = "price-remove";

    /**
     * What is priced.
     *
     * @param tool the tool's name on the server; absent for all its tools
     */
    public record Subject(
            UUID server, String serverName, @Nullable String tool) {
        public static Subject of(Price price) {
            return new Subject(price.serverId(), price.serverName(), price.toolName());
        }

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
    private final TermsFields terms = new TermsFields(fields);
    private final BeginField from = fields.add("effectiveFrom", new BeginField());
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
        from.setId(FROM);
        dialog.with(terms, from, new QuotePanel(api, fields, terms::read));
        current.ifPresent(price -> {
            dialog.getFooter().addComponentAsFirst(remove(price));
            newest(price).ifPresent(terms::show);
        });
    }

    /** Who overrides a price of the catalogue goes on from what that says. */
    PriceDialog overriding(Price catalogue) {
        newest(catalogue).ifPresent(terms::show);
        return this;
    }

    /** Who changes a price goes on from what was said of it last. */
    private static Optional<PriceTerms> newest(Price price) {
        return price.upcoming().isEmpty()
                ? Optional.ofNullable(price.current()).map(PriceVersion::terms)
                : Optional.of(price.upcoming().getLast().terms());
    }

    public void open() {
        dialog.open();
        terms.focus();
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
        Optional<PriceTerms> read = terms.read();
        if (read.isEmpty()) {
            return;
        }
        PriceTerms wanted = read.get();
        @Nullable Instant begins = from.begins();
        NewPrice price = new NewPrice(subject.server(), subject.tool(), wanted, begins);
        current.ifPresentOrElse(
                old -> api.addPriceVersion(
                        old.id(), IfMatch.version(old.version()), new NewPriceVersion(wanted, begins)),
                () -> api.createPrice(idempotency.forBody(price), price));
        finish("A call of " + subject.words() + " costs " + Texts.terms(wanted) + " " + from.words());
    }

    private void finish(String message) {
        dialog.close();
        Notices.done(message);
        changed.run();
    }
}
