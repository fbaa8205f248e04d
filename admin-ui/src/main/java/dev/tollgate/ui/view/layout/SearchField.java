package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.jspecify.annotations.Nullable;

/** Narrows a list to what holds a text, a moment after the last letter. */
public final class SearchField extends TextField {
    /**
     * @param what is searched, such as {@code prices}
     * @param where the text may stand, such as {@code server or tool}
     */
    public SearchField(String id, String what, String where, Runnable changed) {
        setId(id);
        setPlaceholder("Search by " + where);
        setAriaLabel("Search " + what);
        setPrefixComponent(VaadinIcon.SEARCH.create());
        setClearButtonVisible(true);
        setValueChangeMode(ValueChangeMode.LAZY);
        addValueChangeListener(event -> changed.run());
    }

    /** Absent where all is to be seen. */
    public @Nullable String text() {
        String text = getValue().strip();
        return text.isEmpty() ? null : text;
    }
}
