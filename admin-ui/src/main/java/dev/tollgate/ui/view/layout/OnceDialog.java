package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Shows what cannot be shown again. It closes by its button alone, and forgets what it showed. */
public class OnceDialog extends Dialog {
    /**
     * @param warning what to do with it now
     * @param done what the button says, with its id
     */
    protected OnceDialog(String title, String warning, String doneId, String done, Component... content) {
        setHeaderTitle(title);
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        Paragraph once = new Paragraph(warning);
        once.addClassName("warn-box");
        Div body = new Div(once);
        body.add(content);
        body.addClassName("form-body");
        add(body);
        Button close = new Button(done, event -> close());
        close.setId(doneId);
        close.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(close);
    }
}
