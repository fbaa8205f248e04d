package dev.tollgate.ui.view.subjects;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Subject;
import dev.tollgate.model.config.SubjectKind;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.SubjectWords;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which subjects are shown. */
final class SubjectFilter extends Div {
    static final String SEARCH = "subjects-search";
    static final String KIND = "subjects-kind";

    private static final String ALL = "All kinds";

    private final TextField search = new TextField();
    private final Select<SubjectKind> kind = new Select<>();

    SubjectFilter(Runnable changed) {
        addClassName("filters");
        search.setId(SEARCH);
        search.setPlaceholder("Search by name or id");
        search.setAriaLabel("Search subjects");
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        kind.setId(KIND);
        kind.setPlaceholder(ALL);
        kind.setAriaLabel("Kind");
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption(ALL);
        kind.setItems(SubjectKind.values());
        kind.setItemLabelGenerator(value -> value == null ? ALL : SubjectWords.kinds(value));
        search.addValueChangeListener(event -> changed.run());
        kind.addValueChangeListener(event -> changed.run());
        add(search, kind);
    }

    Page<Subject> page(TollgateApi api, int limit, @Nullable String cursor) {
        String text = search.getValue().strip();
        return api.subjects(
                kind().map(SubjectKind::text).orElse(null), null, text.isEmpty() ? null : text, limit, cursor);
    }

    Optional<SubjectKind> kind() {
        return Optional.ofNullable(kind.getValue());
    }

    boolean isSearching() {
        return !search.isEmpty();
    }
}
