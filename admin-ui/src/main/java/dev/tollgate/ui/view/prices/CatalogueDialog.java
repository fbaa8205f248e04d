package dev.tollgate.ui.view.prices;

import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.CataloguePrice;
import dev.tollgate.model.api.NewCataloguePrice;
import dev.tollgate.model.api.NewPriceVersion;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.price.PriceVersion;
import dev.tollgate.ui.client.IdempotencyKey;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.FormDialog;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Notices;
import dev.tollgate.ui.view.layout.Texts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds a price to the catalogue, or gives one of its prices other terms. */
final class CatalogueDialog {
    static final String ADDRESS = "catalogue-address";
    static final String TOOL = "catalogue-tool";
    static final String FROM = "catalogue-from";

    private final TollgateApi api;
    private final Optional<CataloguePrice> current;
    private final Runnable changed;
    private final IdempotencyKey idempotency = new IdempotencyKey();
    private final FormFields fields = new FormFields();
    private final TextField address = fields.add("address", new TextField("Address of the servers"));
    private final TextField tool = fields.add("toolName", new TextField("Tool (optional)"));
    private final TermsFields terms = new TermsFields(fields);
    private final BeginField from = fields.add("effectiveFrom", new BeginField());
    private final FormDialog dialog;

    CatalogueDialog(TollgateApi api, Optional<CataloguePrice> current, Runnable changed) {
        this.api = api;
        this.current = current;
        this.changed = changed;
        address.setId(ADDRESS);
        address.setPlaceholder("https://mcp.vendor.example/v1");
        address.setHelperText("Holds for each organization's servers there and below. The longest address counts.");
        tool.setId(TOOL);
        tool.setHelperText("By its name on the server. Empty: all its tools that have no price of their own.");
        from.setId(FROM);
        current.ifPresent(this::show);
        dialog = new FormDialog(
                current.isEmpty() ? "Add a price to the catalogue" : "Change a price of the catalogue",
                "Organizations that set no price of their own pay it, some seconds after it is set.",
                "Set price",
                fields,
                form -> send());
        dialog.with(address, tool, terms, from);
    }

    /** What a price is for stays: calls were charged by it. */
    private void show(CataloguePrice price) {
        address.setValue(price.address());
        address.setReadOnly(true);
        tool.setValue(price.toolName() == null ? "" : price.toolName());
        tool.setReadOnly(true);
        PriceVersion newest =
                price.upcoming().isEmpty() ? price.current() : price.upcoming().getLast();
        if (newest != null) {
            terms.show(newest.terms());
        }
    }

    void open() {
        dialog.open();
        if (current.isEmpty()) {
            address.focus();
        } else {
            terms.focus();
        }
    }

    private void send() {
        Optional<PriceTerms> read = terms.read();
        if (read.isEmpty()) {
            return;
        }
        PriceTerms wanted = read.get();
        current.ifPresentOrElse(
                old -> api.addCataloguePriceVersion(
                        old.id(), IfMatch.version(old.version()), new NewPriceVersion(wanted, from.begins())),
                () -> create(wanted));
        dialog.close();
        Notices.done("A call costs " + Texts.terms(wanted) + " " + from.words());
        changed.run();
    }

    private void create(PriceTerms wanted) {
        @Nullable String name = tool.isEmpty() ? null : tool.getValue().strip();
        NewCataloguePrice price = new NewCataloguePrice(address.getValue().strip(), name, wanted, from.begins());
        api.createCataloguePrice(idempotency.forBody(price), price);
    }
}
