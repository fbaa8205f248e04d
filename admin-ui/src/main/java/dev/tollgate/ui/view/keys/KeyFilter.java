package dev.tollgate.ui.view.keys;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.tollgate.model.api.Environment;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Subject;
import dev.tollgate.model.api.VirtualKey;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.SubjectPicker;
import dev.tollgate.ui.view.layout.SubjectWords;
import dev.tollgate.ui.view.layout.Texts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which keys are shown. */
final class KeyFilter extends Div {
    static final String SEARCH = "keys-search";
    static final String STATE = "keys-state";
    static final String ENVIRONMENT = "keys-environment";
    static final String OWNER = "keys-owner";
    static final String LABEL = "keys-label";

    private final TextField search = new TextField();
    private final Select<VirtualKey.State> state = new Select<>();
    private final Select<Environment> environment = new Select<>();
    private final SubjectPicker owner;
    private final TextField label = new TextField();

    KeyFilter(TollgateApi api, List<Environment> environments, Runnable changed) {
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
        owner = new SubjectPicker(api).of(SubjectWords.OWNERS);
        owner.setId(OWNER);
        owner.setPlaceholder("All owners");
        owner.setAriaLabel("Owner");
        label.setId(LABEL);
        label.setPlaceholder("Label, as name:value");
        label.setAriaLabel("Label");
        label.setClearButtonVisible(true);
        label.setPattern("[^:]+:.*");
        label.setErrorMessage("Written as name:value");
        label.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(event -> changed.run());
        state.addValueChangeListener(event -> changed.run());
        environment.addValueChangeListener(event -> changed.run());
        owner.addValueChangeListener(event -> changed.run());
        label.addValueChangeListener(event -> {
            if (label.isEmpty() || label.getValue().indexOf(':') > 0) {
                changed.run();
            }
        });
        add(search, state, environment, owner, label);
    }

    Page<VirtualKey> page(TollgateApi api, int limit, @Nullable String cursor) {
        String text = search.getValue().strip();
        Environment chosen = environment.getValue();
        return api.keys(
                text.isEmpty() ? null : text,
                state.getValue(),
                chosen == null ? null : chosen.id(),
                owner.ref().orElse(null),
                label.getValue().isBlank() ? null : label.getValue().strip(),
                limit,
                cursor);
    }

    boolean isSet() {
        return !search.isEmpty()
                || state.getValue() != null
                || environment.getValue() != null
                || owner.getValue() != null
                || !label.isEmpty();
    }

    Optional<Subject> owner() {
        return Optional.ofNullable(owner.getValue());
    }

    void chooseOwner(Subject subject) {
        owner.setValue(subject);
    }
}
