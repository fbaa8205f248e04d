package dev.tollgate.ui.view.tools;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.Tool;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Texts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which tools are shown. */
final class ToolFilter extends Div {
    static final String SEARCH = "tools-search";
    static final String SERVER = "tools-server";
    static final String STATE = "tools-state";

    private final TextField search = new TextField();
    private final ComboBox<Server> server = new ComboBox<>();
    private final Select<Tool.State> state = new Select<>();

    ToolFilter(List<Server> servers, Runnable changed) {
        addClassName("filters");
        search.setId(SEARCH);
        search.setPlaceholder("Search by name or text");
        search.setAriaLabel("Search tools");
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        server.setId(SERVER);
        server.setPlaceholder("All servers");
        server.setAriaLabel("Server");
        server.setClearButtonVisible(true);
        server.setItems(servers);
        server.setItemLabelGenerator(Server::name);
        state.setId(STATE);
        state.setPlaceholder("All states");
        state.setAriaLabel("State");
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption("All states");
        state.setItems(Tool.State.values());
        state.setItemLabelGenerator(value -> value == null ? "All states" : label(value));
        search.addValueChangeListener(event -> changed.run());
        server.addValueChangeListener(event -> changed.run());
        state.addValueChangeListener(event -> changed.run());
        add(search, server, state);
    }

    private static String label(Tool.State state) {
        return state == Tool.State.QUARANTINED ? "waiting for approval" : Texts.words(state);
    }

    Page<Tool> page(TollgateApi api, int limit, @Nullable String cursor) {
        Server chosen = server.getValue();
        String text = search.getValue().strip();
        return api.tools(
                chosen == null ? null : chosen.id(), state.getValue(), text.isEmpty() ? null : text, limit, cursor);
    }

    Optional<UUID> serverId() {
        return Optional.ofNullable(server.getValue()).map(Server::id);
    }

    void choose(Server value) {
        server.setValue(value);
    }

    boolean isSet() {
        return !search.isEmpty() || server.getValue() != null || state.getValue() != null;
    }
}
