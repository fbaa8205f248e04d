package dev.tollgate.ui.view.keys;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tollgate.model.api.ToolGrant;
import dev.tollgate.model.api.ToolGroup;
import dev.tollgate.model.api.VirtualKey;
import dev.tollgate.ui.client.ApiProblem;
import dev.tollgate.ui.client.Chain;
import dev.tollgate.ui.client.Lookup;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Cells;
import dev.tollgate.ui.view.layout.ConsoleLayout;
import dev.tollgate.ui.view.layout.EmptyState;
import dev.tollgate.ui.view.layout.LazyRows;
import dev.tollgate.ui.view.layout.Notices;
import dev.tollgate.ui.view.layout.PageHeader;
import dev.tollgate.ui.view.layout.Rights;
import dev.tollgate.ui.view.layout.Roles;
import dev.tollgate.ui.view.layout.RowsWithDetail;
import dev.tollgate.ui.view.layout.Texts;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The virtual keys that agents use. {@code ?owner=REF} shows those of one subject. */
@Route(value = "keys", layout = ConsoleLayout.class)
@PageTitle("Keys · Tollgate")
@RolesAllowed({Roles.OWNER, Roles.ADMIN, Roles.TOOL_ADMIN, Roles.FINANCE, Roles.AUDITOR, Roles.VIEWER})
public final class KeysView extends Div implements BeforeEnterObserver {
    public static final String PAGE = "page-keys";
    public static final String CREATE = "keys-create";
    public static final String CREATE_MANY = "keys-create-many";
    public static final String REVOKE_MANY = "keys-revoke-many";
    public static final String GRID = "keys-grid";

    private final TollgateApi api;
    private final KeyActions actions;
    private final KeyFilter filter;
    private final LazyRows<VirtualKey> rows;
    private final RowsWithDetail<VirtualKey> content;
    private Lookup lookup;

    public KeysView(TollgateApi api, Rights rights, @ConfigProperty(name = "tollgate.gateway.url") String gatewayUrl) {
        this.api = api;
        setId(PAGE);
        addClassName("page");
        lookup = Lookup.read(api);
        actions = new KeyActions(api, rights, gatewayUrl, this::reload);
        filter = new KeyFilter(api, lookup.environments(), this::reload);
        rows = new LazyRows<>(grid(), (limit, cursor) -> filter.page(api, limit, cursor), VirtualKey::id, this::empty);
        content = new RowsWithDetail<>(rows, "30rem", this::detail);
        add(
                new PageHeader(
                        "Keys",
                        "An agent connects with one key, and sees only what the key grants. The secret is shown once.",
                        actions.allowed() ? buttons() : new Component[0]),
                filter,
                content);
        rows.reload();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation().getQueryParameters().getSingleParameter("owner").ifPresent(this::showOwner);
    }

    private void showOwner(String ref) {
        try {
            filter.chooseOwner(api.subject(ref));
        } catch (ApiProblem problem) {
            // An old link, perhaps; the page is of use without it.
            Notices.problem(problem);
        }
    }

    private Component[] buttons() {
        Button revoke = actions.button(REVOKE_MANY, "Revoke many…", () -> actions.revokeMany(filter.owner()));
        revoke.addThemeVariants(ButtonVariant.TERTIARY);
        Button issue = actions.button(CREATE_MANY, "Issue many…", () -> actions.createMany(lookup));
        issue.addThemeVariants(ButtonVariant.TERTIARY);
        return new Component[] {revoke, issue, create(CREATE)};
    }

    private Button create(String id) {
        Button create = new Button("Issue a key", VaadinIcon.PLUS.create(), event -> actions.create(lookup));
        create.setId(id);
        create.addThemeVariants(ButtonVariant.PRIMARY);
        return create;
    }

    private Component empty() {
        if (filter.isSet()) {
            return new EmptyState(
                    VaadinIcon.SEARCH, "No key matches", "Search for less, or clear a filter to see more.");
        }
        return new EmptyState(
                VaadinIcon.KEY_O,
                "No key yet",
                actions.allowed()
                        ? "Issue one for each agent. You can rotate or revoke it at any time."
                        : "An owner or an admin of your organization issues keys.",
                actions.allowed() ? new Component[] {create("keys-create-first")} : new Component[0]);
    }

    private Grid<VirtualKey> grid() {
        Grid<VirtualKey> grid = new Grid<>();
        grid.setId(GRID);
        grid.addComponentColumn(key -> Cells.named(key.name(), key.hint() + "…"))
                .setHeader("Key")
                .setWidth("10rem")
                .setFlexGrow(2);
        grid.addComponentColumn(KeyDetail::badge)
                .setHeader("State")
                .setWidth("7rem")
                .setFlexGrow(0);
        grid.addColumn(VirtualKey::ownerName)
                .setHeader("Owner")
                .setWidth("7rem")
                .setFlexGrow(1);
        grid.addColumn(VirtualKey::environmentName)
                .setHeader("Environment")
                .setWidth("7rem")
                .setFlexGrow(1);
        grid.addColumn(this::grants).setHeader("Own grants").setWidth("8rem").setFlexGrow(2);
        grid.addColumn(key -> key.expiresAt() == null ? "never" : Texts.minute(key.expiresAt()))
                .setHeader("Expires")
                .setWidth("10rem")
                .setFlexGrow(0);
        return grid;
    }

    private String grants(VirtualKey key) {
        List<String> all = Stream.concat(
                        key.groupIds().stream().flatMap(id -> lookup.group(id).map(ToolGroup::name).stream()),
                        key.grants().stream().map(ToolGrant::toString))
                .toList();
        return all.isEmpty() ? "none of its own" : String.join(", ", all);
    }

    private Component detail(VirtualKey key) {
        return new KeyDetail(
                key, Chain.read(api, key.owner()), lookup, api.keyTools(key.id()), actions, content::close);
    }

    private void reload() {
        lookup = Lookup.read(api);
        content.close();
        rows.reload();
    }
}
