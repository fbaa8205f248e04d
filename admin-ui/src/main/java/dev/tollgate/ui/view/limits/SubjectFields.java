package dev.tollgate.ui.view.limits;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import dev.tollgate.model.api.Limit;
import dev.tollgate.model.api.Tenant;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.QuotaSubject.Kind;
import dev.tollgate.ui.client.Keyset;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.FormFields;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom a limit holds: first what kind of thing, then which one. */
final class SubjectFields {
    static final String KIND = "limit-subject-kind";
    static final String SUBJECT = "limit-subject";

    final Select<Kind> kind = new Select<>();
    final ComboBox<Choice> which = new ComboBox<>("Which one");
    private final TollgateApi api;
    private final FormFields fields;
    private String searched = "";
    private @Nullable Keyset<Choice> found;

    SubjectFields(TollgateApi api, FormFields fields) {
        this.api = api;
        this.fields = fields;
        fields.add("subject", which);
        kind.setId(KIND);
        kind.setLabel("Holds for");
        kind.setItems(
                Arrays.stream(Kind.values()).filter(each -> each != Kind.PRICE).toList());
        kind.setItemLabelGenerator(LimitWords::kind);
        kind.addValueChangeListener(event -> lay(event.getValue()));
        which.setId(SUBJECT);
        which.setItemLabelGenerator(Choice::name);
        which.setItems(query -> {
            if (query.getOffset() == 0) {
                // Opened or searched anew: what came meanwhile is to be there.
                found = null;
            }
            return found(query.getFilter().orElse("")).rows(query.getOffset(), query.getLimit());
        });
        kind.setValue(Kind.TEAM);
    }

    private void lay(Kind chosen) {
        which.clear();
        which.setVisible(chosen != Kind.TENANT);
        kind.setHelperText(help(chosen));
        found = null;
        which.getLazyDataView().refreshAll();
    }

    private static String help(Kind kind) {
        return switch (kind) {
            case TENANT -> "All calls of the organization together.";
            case TIER -> "All calls of all its customers together.";
            case CUSTOMER, TEAM -> "All calls of everybody in it together.";
            case USER, SERVICE -> "All calls of its keys and sign-ins together.";
            case KEY -> "All calls with this key.";
            case SERVER -> "All calls of its tools, whoever makes them.";
            case TOOL -> "All calls of this tool, whoever makes them.";
            case TOOL_GROUP -> "All calls of tools that its patterns match, whoever makes them.";
            case PRICE -> throw new IllegalStateException("a price has no limits");
        };
    }

    private Keyset<Choice> found(String filter) {
        Keyset<Choice> rows = found;
        if (rows == null || !filter.equals(searched)) {
            Kind chosen = kind.getValue();
            rows = new Keyset<>(
                    (limit, cursor) -> Choice.page(api, chosen, filter.isBlank() ? null : filter, limit, cursor));
            found = rows;
            searched = filter;
        }
        return rows;
    }

    /** As it stays: what was spent by one says nothing of another. */
    void show(Limit limit) {
        kind.setValue(limit.subject().kind());
        which.setValue(new Choice(
                limit.subject(),
                Objects.requireNonNullElse(limit.subjectName(), limit.subject().id())));
        kind.setReadOnly(true);
        which.setReadOnly(true);
    }

    /** What was chosen; if nothing was, its field says so. */
    Optional<QuotaSubject> value() {
        if (kind.getValue() == Kind.TENANT) {
            Tenant tenant = Objects.requireNonNull(api.me().tenant());
            return Optional.of(new QuotaSubject(Kind.TENANT, tenant.id().toString()));
        }
        if (which.isEmpty()) {
            fields.refuse("subject", "Choose a " + LimitWords.kind(kind.getValue()) + ".");
        }
        return which.getOptionalValue().map(Choice::subject);
    }
}
