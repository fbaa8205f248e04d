package dev.tollgate.ui.view.prices;

import com.vaadin.flow.component.combobox.ComboBox;
import dev.tollgate.model.api.Price;
import dev.tollgate.model.api.PriceOrigin;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.Tool;
import dev.tollgate.ui.client.Keyset;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.FormDialog;
import dev.tollgate.ui.view.layout.FormFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks what is to be priced: a server's every tool, or one of them. */
final class SubjectDialog {
    static final String SERVER = "subject-server";
    static final String TOOL = "subject-tool";

    private final TollgateApi api;
    private final Runnable changed;
    private final FormFields fields = new FormFields();
    private final ComboBox<Server> server = fields.add("serverId", new ComboBox<>("Server"));
    private final ComboBox<Tool> tool = fields.add("toolName", new ComboBox<>("Tool (optional)"));
    private final FormDialog dialog;

    SubjectDialog(TollgateApi api, Runnable changed) {
        this.api = api;
        this.changed = changed;
        server.setId(SERVER);
        server.setItems(Keyset.all(api::servers));
        server.setItemLabelGenerator(Server::name);
        server.addValueChangeListener(event -> offerTools(event.getValue()));
        tool.setId(TOOL);
        tool.setItemLabelGenerator(Tool::name);
        tool.setClearButtonVisible(true);
        tool.setPlaceholder("All tools");
        tool.setHelperText("Empty: all its tools that have no price of their own, also those that come later.");
        offerTools(null);
        dialog = new FormDialog(
                "Set a price",
                "Choose what it is for. One that has a price already gets other terms.",
                "Go on",
                fields,
                form -> go());
        dialog.with(server, tool);
    }

    void open() {
        dialog.open();
        server.focus();
    }

    private void offerTools(@Nullable Server of) {
        tool.clear();
        tool.setEnabled(of != null);
        tool.setItems(
                of == null ? List.of() : Keyset.all((limit, cursor) -> api.tools(of.id(), null, null, limit, cursor)));
    }

    private void go() {
        Server chosen = server.getValue();
        if (chosen == null) {
            fields.refuse("serverId", "Choose a server; add one first if there is none.");
            return;
        }
        @Nullable String name = tool.getOptionalValue().map(Tool::name).orElse(null);
        PriceDialog.Subject subject = new PriceDialog.Subject(chosen.id(), chosen.name(), name);
        List<Price> prices = Keyset.all((limit, cursor) -> api.prices(null, chosen.id(), null, limit, cursor)).stream()
                .filter(price -> PriceDialog.Subject.of(price).equals(subject))
                .toList();
        PriceDialog terms = new PriceDialog(
                api,
                subject,
                prices.stream()
                        .filter(price -> price.origin() == PriceOrigin.OWN)
                        .findFirst(),
                changed);
        prices.stream()
                .filter(price -> price.origin() == PriceOrigin.CATALOGUE && !price.overridden())
                .findFirst()
                .ifPresent(terms::overriding);
        dialog.close();
        terms.open();
    }
}
