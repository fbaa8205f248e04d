package dev.tollgate.ui.view.servers;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import dev.tollgate.model.api.ConnectedPerson;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.User;
import dev.tollgate.ui.client.Keyset;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Rights;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * With whose connection Tollgate looks at a server. Offers the tenant's users, or to whoever may not see those, the ones who
 * are connected.
 */
final class LookAsField extends Composite<ComboBox<LookAsField.Choice>> {
    static final String ID = "credential-look-as";

    private static final Pattern UUIDS = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /**
     * @param user the identity provider's id
     */
    record Choice(UUID user, String name) {}

    private final TollgateApi api;
    private final Rights rights;
    private final UUID server;
    private String searched = "";
    private @Nullable Keyset<Choice> found;

    LookAsField(TollgateApi api, Rights rights, UUID server, FormFields fields, @Nullable UUID stored) {
        this.api = api;
        this.rights = rights;
        this.server = server;
        ComboBox<Choice> field = getContent();
        field.setId(ID);
        field.setLabel("Look at the server as");
        field.setHelperText("Whose connection shows its tools and health. Empty: the first owner, admin or tool-admin"
                + " who connects.");
        field.setClearButtonVisible(true);
        field.setItemLabelGenerator(Choice::name);
        field.setItems(query -> {
            if (query.getOffset() == 0) {
                // Opened or searched anew: who came meanwhile is to be there.
                found = null;
            }
            return found(query.getFilter().orElse("")).rows(query.getOffset(), query.getLimit());
        });
        if (stored != null) {
            field.setValue(new Choice(stored, name(stored)));
        }
        fields.add("lookAs", field);
    }

    @Nullable
    UUID chosen() {
        @Nullable Choice chosen = getContent().getValue();
        return chosen == null ? null : chosen.user();
    }

    private String name(UUID user) {
        return api.serverConnections(server, Keyset.PAGE_ROWS, null).items().stream()
                .filter(one -> one.user().equals(user.toString()))
                .map(ConnectedPerson::userName)
                .findFirst()
                .orElse("user " + user);
    }

    private Keyset<Choice> found(String filter) {
        Keyset<Choice> rows = found;
        if (rows == null || !filter.equals(searched)) {
            rows = new Keyset<>(
                    (limit, cursor) -> rights.changePeople() ? users(filter, limit, cursor) : connected(filter));
            found = rows;
            searched = filter;
        }
        return rows;
    }

    private Page<Choice> users(String filter, int limit, @Nullable String cursor) {
        Page<User> page = api.users(filter.isBlank() ? null : filter, limit, cursor);
        return new Page<>(
                page.items().stream()
                        .filter(user -> UUIDS.matcher(user.id()).matches())
                        .map(user -> new Choice(UUID.fromString(user.id()), user.name() + " (" + user.email() + ")"))
                        .toList(),
                page.nextCursor());
    }

    /** The first of them; whoever stands behind is named over REST. */
    private Page<Choice> connected(String filter) {
        String part = filter.toLowerCase(Locale.ROOT);
        List<Choice> known = api.serverConnections(server, Keyset.PAGE_ROWS, null).items().stream()
                .filter(one -> one.userName().toLowerCase(Locale.ROOT).contains(part))
                .map(one -> new Choice(UUID.fromString(one.user()), one.userName()))
                .toList();
        return new Page<>(known, null);
    }
}
