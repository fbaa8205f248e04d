package dev.tollgate.ui.view.people;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import dev.tollgate.ui.view.layout.Rights;
import dev.tollgate.ui.view.layout.Roles;
import java.util.List;
import java.util.Map;

/** The roles that someone is to have, each with what it opens. Who is an owner is chosen by owners alone. */
final class RolesField extends CheckboxGroup<String> {
    private static final Map<String, String> OPENS = Map.of(
            Roles.OWNER, "everything, who else is an owner, and the identity provider",
            Roles.ADMIN, "servers, tools, keys, people, environments and settings",
            Roles.TOOL_ADMIN, "servers, tools and groups",
            Roles.FINANCE, "prices, calls and spend",
            Roles.AUDITOR, "calls and their export",
            Roles.VIEWER, "sees calls and spend, changes nothing");
    private static final List<String> ORDER =
            List.of(Roles.OWNER, Roles.ADMIN, Roles.TOOL_ADMIN, Roles.FINANCE, Roles.AUDITOR, Roles.VIEWER);

    RolesField(String id, Rights rights) {
        setId(id);
        setLabel("Roles");
        setItems(ORDER);
        setItemLabelGenerator(RolesField::word);
        setItemHelperGenerator(OPENS::get);
        setItemEnabledProvider(role -> !role.equals(Roles.OWNER) || rights.isOwner());
    }

    /** {@code tool-admin} as {@code tool admin}. */
    static String word(String role) {
        return role.replace('-', ' ');
    }

    List<String> chosen() {
        return ORDER.stream().filter(getValue()::contains).toList();
    }
}
