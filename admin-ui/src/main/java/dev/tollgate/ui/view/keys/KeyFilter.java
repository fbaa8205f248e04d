package dev.tollgate.ui.view.keys;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.tollgate.model.api.Environment;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.VirtualKey;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which keys are shown. */
final class KeyFilter extends Div {
    static final String SEARCH = "keys-search";
    static final String STATE = "keys-state";
    static final String ENVIRONMENT = "keys-environment";

    private final TextField search = new TextField();
    private final Select<VirtualKey.State> state = new Select<>();
    private final Select<Environment> environment = new Select<>();

    KeyFilter(List<Environment> environments, Runnable changed) {
        addClassName("filters");
        search.setId(SEARCH);
        search.setPlaceholder("Search by name or key id");
        search.setAriaLabel("Search keys");
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        state.setId(STATE);
        state.setPlaceholder("All states");
        state.setAriaLabel("State");
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption("All states");
        state.setItems(VirtualKey.State.values());
        state.setItemLabelGenerator(value -> value == null ? "All states" : Texts.words(value));
        environment.setId(ENVIRONMENT);
        environment.setPlaceholder("All environments");
        environment.setAriaLabel("Environment");
        environment.setEmptySelectionAllowed(true);
        environment.setEmptySelectionCaption("All environments");
        environment.setItems(environments);
        environment.setItemLabelGenerator(value -> value == null ? "All environments" : value.name());
        search.addValueChangeListener(event -> changed.run());
        state.addValueChangeListener(event -> changed.run());
        environment.addValueChangeListener(event -> changed.run());
        add(search, state, environment);
    }

    Page<VirtualKey> page(TollgateApi api, int limit, @Nullable String cursor) {
        String text = search.getValue().strip();
        Environment chosen = environment.getValue();
        return api.keys(
                text.isEmpty() ? null : text, state.getValue(), chosen == null ? null : chosen.id(), limit, cursor);
    }

    boolean isSet() {
        return !search.isEmpty() || state.getValue() != null || environment.getValue() != null;
    }
}
