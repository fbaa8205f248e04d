package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.icon.VaadinIcon;

/** Text to be taken elsewhere, with a button that copies it. The copying happens in the browser alone. */
public final class CopyField extends Div {
    private final String text;
    private final Button copy = new Button("Copy", VaadinIcon.COPY_O.create());

    /**
     * @param id of the text; its button has the same with {@code -copy} behind it
     */
    public CopyField(String id, String text) {
        this.text = text;
        addClassName("copy-field");
        Pre code = new Pre(text);
        code.setId(id);
        code.getElement().setAttribute("tabindex", "0");
        copy.setId(id + "-copy");
        add(code, copy);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        // A click handler in the browser: a round trip to us would lose the gesture that the clipboard asks for.
        copy.getElement()
                .executeJs(
                        "const button = this; const words = button.lastChild;"
                                + "button.onclick = () => navigator.clipboard.writeText($0).then(() => {"
                                + "  words.textContent = 'Copied';"
                                + "  setTimeout(() => { words.textContent = 'Copy'; }, 2000); })",
                        text);
    }
}
