package dev.tollgate.ui.view.servers;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tollgate.model.api.Server;
import dev.tollgate.ui.client.Lookup;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Cells;
import dev.tollgate.ui.view.layout.ConsoleLayout;
import dev.tollgate.ui.view.layout.EmptyState;
import dev.tollgate.ui.view.layout.LazyRows;
import dev.tollgate.ui.view.layout.PageHeader;
import dev.tollgate.ui.view.layout.Polling;
import dev.tollgate.ui.view.layout.Rights;
import dev.tollgate.ui.view.layout.Roles;
import dev.tollgate.ui.view.layout.RowMenu;
import dev.tollgate.ui.view.layout.RowsWithDetail;
import dev.tollgate.ui.view.layout.Texts;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The MCP servers that the tenant connected. */
@Route(value = "servers", layout = ConsoleLayout.class)
@PageTitle("Servers · Tollgate")
@RolesAllowed({Roles.OWNER, Roles.ADMIN, Roles.TOOL_ADMIN, Roles.FINANCE, Roles.AUDITOR, Roles.VIEWER})
public final class ServersView extends Div {
    public static final String PAGE = "page-servers";
    public static final String CREATE = "servers-create";
    public static final String GRID = "servers-grid";

    private static final int REFRESH_MILLIS = 4_000;

    private final TollgateApi api;
    private final Rights rights;
    private final ServerActions actions;
    private final LazyRows<Server> rows;
    private final RowsWithDetail<Server> content;
    private Lookup lookup;
    private @Nullable UUID shown;
    private @Nullable ServerDetail detail;

    public ServersView(TollgateApi api, Rights rights) {
        this.api = api;
        this.rights = rights;
        setId(PAGE);
        addClassName("page");
        lookup = Lookup.read(api);
        actions = new ServerActions(api, rights, this::reload);
        rows = new LazyRows<>(grid(), api::servers, Server::id, this::empty);
        content = new RowsWithDetail<>(rows, "38rem", this::detail);
        add(
                new PageHeader(
                        "Servers",
                        "MCP servers that Tollgate calls on behalf of your agents. Connect one, and a gateway looks at it"
                                + " and lists its tools.",
                        createButtons()),
                content);
        rows.reload();
        Polling.whileShown(this, REFRESH_MILLIS, this::watch);
    }

    private Component[] createButtons() {
        return rights.changeTools() ? new Component[] {create(CREATE)} : new Component[0];
    }

    private Button create(String id) {
        Button create = new Button("Connect a server", VaadinIcon.PLUS.create(), event -> actions.create(lookup));
        create.setId(id);
        create.addThemeVariants(ButtonVariant.PRIMARY);
        return create;
    }

    private Component empty() {
        return rights.changeTools()
                ? new EmptyState(
                        VaadinIcon.SERVER,
                        "No server connected yet",
                        "Connect an MCP server by its address. Its tools stay hidden from agents until you approve them.",
                        create("servers-create-first"))
                : new EmptyState(
                        VaadinIcon.SERVER,
                        "No server connected yet",
                        "An owner, an admin or a tool admin of your organization connects servers.");
    }

    private Grid<Server> grid() {
        Grid<Server> grid = new Grid<>();
        grid.setId(GRID);
        grid.addComponentColumn(server -> Cells.named(server.name(), server.description()))
                .setHeader("Server")
                .setWidth("8rem")
                .setFlexGrow(2);
        grid.addComponentColumn(Health::summary)
                .setHeader("Health")
                .setWidth("10rem")
                .setFlexGrow(2);
        grid.addColumn(server -> lookup.environmentName(server.environmentId()))
                .setHeader("Environment")
                .setWidth("7rem")
                .setFlexGrow(1);
        grid.addComponentColumn(ServersView::tools)
                .setHeader("Tools")
                .setWidth("7rem")
                .setFlexGrow(0);
        grid.addColumn(this::price)
                .setHeader("Price per call")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("8rem")
                .setFlexGrow(0);
        RowMenu.column(grid, server -> actions.menu(server, lookup));
        grid.setEmptyStateText("No servers");
        return grid;
    }

    private static Component tools(Server server) {
        Div cell = new Div(new Span(server.approvedTools() + " approved"));
        cell.addClassName("cell-stack");
        if (server.quarantinedTools() > 0) {
            Span waiting = new Span(server.quarantinedTools() + " waiting");
            waiting.addClassName("warn-text");
            cell.add(waiting);
        }
        return cell;
    }

    private String price(Server server) {
        return lookup.priceOn(server.id(), null)
                .map(price -> Texts.price(price))
                .orElse("free");
    }

    private Component detail(Server server) {
        shown = server.id();
        ServerDetail opened =
                new ServerDetail(server, lookup, actions, () -> api.serverHealth(server.id()), this::closeDetail);
        detail = opened;
        return opened;
    }

    private void closeDetail() {
        shown = null;
        detail = null;
        content.close();
    }

    private void watch() {
        Lookup newest = Lookup.read(api);
        if (!newest.equals(lookup) || rows.isStale()) {
            lookup = newest;
            rows.refreshWhereAtRest();
            showDetail();
        } else if (shown != null && detail != null) {
            detail.refresh();
        }
    }

    private void reload() {
        lookup = Lookup.read(api);
        rows.refresh();
        showDetail();
    }

    private void showDetail() {
        UUID id = shown;
        if (id != null) {
            lookup.server(id).ifPresentOrElse(content::show, content::close);
        }
    }
}
