package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.ModalityMode;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.tollgate.ui.client.ApiProblem;
import java.util.function.Consumer;

/** A form in a dialog: what it is for, its fields, and one button that sends it. It stays open until that succeeded. */
public final class FormDialog extends Dialog {
    public static final String SAVE = "form-save";
    public static final String CANCEL = "form-cancel";

    private final Div body = new Div();
    private final FormFields fields;
    private final Button save;

    /**
     * @param send sends the form and closes the dialog; an {@link ApiProblem} it throws is put on the fields
     */
    public FormDialog(String title, String help, String act, FormFields fields, Consumer<FormDialog> send) {
        this.fields = fields;
        setHeaderTitle(title);
        setModality(ModalityMode.STRICT);
        setCloseOnOutsideClick(false);
        setDraggable(true);
        addClassName("form-dialog");
        body.addClassName("form-body");
        body.add(new Paragraph(help));
        add(body);
        save = new Button(act, event -> attempt(send));
        save.setId(SAVE);
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        save.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
        Button cancel = new Button("Cancel", event -> close());
        cancel.setId(CANCEL);
        getFooter().add(cancel, save);
    }

    public FormDialog with(Component... components) {
        body.add(components);
        return this;
    }

    /** For a form whose sending loses something. */
    public FormDialog asDanger() {
        save.addThemeVariants(ButtonVariant.ERROR);
        return this;
    }

    private void attempt(Consumer<FormDialog> send) {
        try {
            send.accept(this);
        } catch (ApiProblem problem) {
            fields.show(problem);
        } finally {
            save.setEnabled(true);
        }
    }
}
