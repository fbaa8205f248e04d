package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.combobox.ComboBox;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Subject;
import dev.tollgate.model.config.SubjectKind;
import dev.tollgate.ui.client.Keyset;
import dev.tollgate.ui.client.TollgateApi;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds a subject by what its name holds, however many there are. */
public final class SubjectPicker extends ComboBox<Subject> {
    private final TollgateApi api;
    private Set<SubjectKind> kinds = Set.of();
    private String searched = "";
    private @Nullable Keyset<Subject> found;

    public SubjectPicker(TollgateApi api) {
        this.api = api;
        setClearButtonVisible(true);
        setItemLabelGenerator(SubjectWords::choice);
        setItems(query -> {
            if (query.getOffset() == 0) {
                // Opened or searched anew: what came meanwhile is to be there.
                found = null;
            }
            return found(query.getFilter().orElse("")).rows(query.getOffset(), query.getLimit());
        });
    }

    /** Offers subjects of these kinds. */
    public SubjectPicker of(Set<SubjectKind> wanted) {
        kinds = Set.copyOf(wanted);
        found = null;
        getLazyDataView().refreshAll();
        return this;
    }

    /** What was chosen; empty if nothing was. */
    public Optional<String> ref() {
        return Optional.ofNullable(getValue()).map(Subject::ref);
    }

    private Keyset<Subject> found(String filter) {
        Keyset<Subject> rows = found;
        if (rows == null || !filter.equals(searched)) {
            rows = new Keyset<>(this::page);
            found = rows;
            searched = filter;
        }
        return rows;
    }

    private Page<Subject> page(int limit, @Nullable String cursor) {
        String only = kinds.size() == 1 ? kinds.iterator().next().text() : null;
        @Nullable String next = cursor;
        List<Subject> rows;
        do {
            Page<Subject> page = api.subjects(only, null, searched.isBlank() ? null : searched, limit, next);
            next = page.nextCursor();
            rows = page.items().stream()
                    .filter(one -> kinds.contains(SubjectKind.of(one.kind())))
                    .toList();
        } while (rows.isEmpty() && next != null);
        return new Page<>(rows, next);
    }
}
