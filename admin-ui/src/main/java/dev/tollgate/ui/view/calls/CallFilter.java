package dev.tollgate.ui.view.calls;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.tollgate.model.api.Call;
import dev.tollgate.model.api.Model;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.VirtualKey;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.ui.client.Keyset;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.ModelFilter;
import dev.tollgate.ui.view.layout.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which calls are shown. */
final class CallFilter extends Div {
    static final String KEY = "calls-key";
    static final String SERVER = "calls-server";
    static final String TOOL = "calls-tool";
    static final String STATUS = "calls-status";
    static final String MODEL = "calls-model";

    private final ComboBox<VirtualKey> key = new ComboBox<>();
    private final ComboBox<Server> server = new ComboBox<>();
    private final TextField tool = new TextField();
    private final Select<CallStatus> status = new Select<>();
    private final ModelFilter model;
    private final List<VirtualKey> keys;

    CallFilter(TollgateApi api, Runnable changed) {
        addClassName("filters");
        keys = Keyset.all((limit, cursor) -> api.keys(null, null, null, null, null, limit, cursor));
        key.setId(KEY);
        key.setPlaceholder("All keys");
        key.setAriaLabel("Key");
        key.setClearButtonVisible(true);
        key.setItems(keys);
        key.setItemLabelGenerator(VirtualKey::name);
        server.setId(SERVER);
        server.setPlaceholder("All servers");
        server.setAriaLabel("Server");
        server.setClearButtonVisible(true);
        server.setItems(Keyset.all(api::servers));
        server.setItemLabelGenerator(Server::name);
        tool.setId(TOOL);
        tool.setPlaceholder("Tool, by its exact name");
        tool.setAriaLabel("Tool");
        tool.setClearButtonVisible(true);
        tool.setValueChangeMode(ValueChangeMode.LAZY);
        statuses();
        key.addValueChangeListener(event -> changed.run());
        server.addValueChangeListener(event -> changed.run());
        tool.addValueChangeListener(event -> changed.run());
        status.addValueChangeListener(event -> changed.run());
        model = new ModelFilter(api);
        model.setId(MODEL);
        model.addValueChangeListener(event -> changed.run());
        add(key, server, tool, status, model);
    }

    private void statuses() {
        status.setId(STATUS);
        status.setPlaceholder("All outcomes");
        status.setAriaLabel("Outcome");
        status.setEmptySelectionAllowed(true);
        status.setEmptySelectionCaption("All outcomes");
        status.setItems(CallStatus.values());
        status.setItemLabelGenerator(value -> value == null ? "All outcomes" : Texts.words(value));
    }

    Page<Call> page(TollgateApi api, int limit, @Nullable String cursor) {
        VirtualKey chosenKey = key.getValue();
        Server chosenServer = server.getValue();
        String toolName = tool.getValue().strip();
        return api.calls(
                chosenKey == null ? null : chosenKey.id(),
                chosenServer == null ? null : chosenServer.id(),
                toolName.isEmpty() ? null : toolName,
                status.getValue(),
                model.getOptionalValue().map(Model::id).orElse(null),
                limit,
                cursor);
    }

    void chooseKey(String id) {
        keys.stream().filter(one -> one.id().equals(id)).findFirst().ifPresent(key::setValue);
    }

    boolean isSet() {
        return !key.isEmpty() || !server.isEmpty() || !tool.isEmpty() || !status.isEmpty() || !model.isEmpty();
    }
}
