package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.tollgate.model.api.ToolGrant;
import java.util.function.Consumer;

/** Tools that are granted under a condition, in two fields. */
final class ConditionRow extends Composite<Div> {
    private final TextField tools = new TextField("Tools");
    private final TextArea when = new TextArea("May be called when");

    /**
     * @param number tells this row from others on the page
     */
    ConditionRow(int number, ToolGrant grant, Runnable changed, Consumer<ConditionRow> remove) {
        tools.setId("condition-tools-" + number);
        tools.setPlaceholder("crm__refund");
        tools.setValue(grant.tools());
        tools.setValueChangeMode(ValueChangeMode.LAZY);
        tools.addValueChangeListener(event -> {
            tools.setInvalid(false);
            changed.run();
        });
        when.setId("condition-when-" + number);
        when.setPlaceholder("args.amount < 100");
        when.setValue(grant.when() == null ? "" : grant.when());
        when.addClassName("code-area");
        when.addValueChangeListener(event -> when.setInvalid(false));
        Button cross = new Button(VaadinIcon.CLOSE_SMALL.create(), event -> remove.accept(this));
        cross.setId("condition-remove-" + number);
        cross.setAriaLabel("Take this condition away");
        cross.addThemeVariants(ButtonVariant.TERTIARY);
        getContent().addClassName("condition-row");
        getContent().add(tools, when, cross);
    }

    ToolGrant value() {
        return new ToolGrant(tools.getValue().strip(), when.getValue().strip());
    }

    boolean isBlank() {
        return tools.getValue().isBlank() && when.getValue().isBlank();
    }

    /** Where the control plane's words about the grant of that name go. */
    void place(FormFields fields, String apiName) {
        fields.place(apiName + ".tools", tools);
        fields.place(apiName + ".when", when);
    }

    void focus() {
        tools.focus();
    }
}
