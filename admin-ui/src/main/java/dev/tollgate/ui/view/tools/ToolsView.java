package dev.tollgate.ui.view.tools;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.Tool;
import dev.tollgate.ui.client.Lookup;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Cells;
import dev.tollgate.ui.view.layout.ConsoleLayout;
import dev.tollgate.ui.view.layout.EmptyState;
import dev.tollgate.ui.view.layout.LazyRows;
import dev.tollgate.ui.view.layout.Links;
import dev.tollgate.ui.view.layout.PageHeader;
import dev.tollgate.ui.view.layout.Rights;
import dev.tollgate.ui.view.layout.Roles;
import dev.tollgate.ui.view.layout.RowsWithDetail;
import dev.tollgate.ui.view.layout.Texts;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tools that were found on the servers. {@code ?server=ID} shows those of one. */
@Route(value = "tools", layout = ConsoleLayout.class)
@PageTitle("Tools · Tollgate")
@RolesAllowed({Roles.OWNER, Roles.ADMIN, Roles.TOOL_ADMIN, Roles.FINANCE, Roles.AUDITOR, Roles.VIEWER})
public final class ToolsView extends Div implements BeforeEnterObserver {
    public static final String PAGE = "page-tools";
    public static final String GRID = "tools-grid";
    public static final String REJECT_ALL = "tools-reject-all";
    public static final String RETIRE_ALL = "tools-retire-all";
    public static final String APPROVE_ALL = "tools-approve-all";

    private final TollgateApi api;
    private final ToolActions actions;
    private final Button approveAll = new Button("Approve all waiting");
    private final Button rejectAll = new Button("Reject all");
    private final Button retireAll = new Button("Retire all");
    private final ToolFilter filter;
    private final LazyRows<Tool> rows;
    private final RowsWithDetail<Tool> content;
    private Lookup lookup;
    private @Nullable UUID shown;

    public ToolsView(TollgateApi api, Rights rights) {
        this.api = api;
        setId(PAGE);
        addClassName("page");
        lookup = Lookup.read(api);
        actions = new ToolActions(api, rights, this::refresh);
        filter = new ToolFilter(lookup.servers(), this::reload);
        rows = new LazyRows<>(grid(), (limit, cursor) -> filter.page(api, limit, cursor), Tool::id, this::empty);
        content = new RowsWithDetail<>(rows, "min(44rem, 52%)", this::detail);
        approveAll.setId(APPROVE_ALL);
        approveAll.addThemeVariants(ButtonVariant.PRIMARY);
        approveAll.addClickListener(event -> waitingServer().ifPresent(actions::approveAll));
        rejectAll.setId(REJECT_ALL);
        rejectAll.addThemeVariants(ButtonVariant.TERTIARY);
        rejectAll.addClickListener(event -> waitingServer().ifPresent(actions::rejectAll));
        retireAll.setId(RETIRE_ALL);
        retireAll.addThemeVariants(ButtonVariant.TERTIARY);
        retireAll.addClickListener(event -> waitingServer().ifPresent(actions::retireAll));
        add(
                new PageHeader(
                        "Tools",
                        "What the servers offer. A tool is pinned to the definition that you approved: agents see that one,"
                                + " and a change waits here.",
                        retireAll,
                        rejectAll,
                        approveAll),
                filter,
                content);
        reload();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("server")
                .flatMap(id -> lookup.servers().stream()
                        .filter(server -> server.id().toString().equals(id))
                        .findFirst())
                .ifPresent(filter::choose);
    }

    private Grid<Tool> grid() {
        Grid<Tool> grid = new Grid<>();
        grid.setId(GRID);
        grid.addComponentColumn(tool -> Cells.code(tool.name(), tool.description()))
                .setHeader("Tool")
                .setWidth("10rem")
                .setFlexGrow(4);
        grid.addColumn(Tool::serverName).setHeader("Server").setWidth("7rem").setFlexGrow(1);
        grid.addComponentColumn(ToolDetail::badge)
                .setHeader("State")
                .setWidth("9.5rem")
                .setFlexGrow(0);
        grid.addColumn(this::price)
                .setHeader("Price per call")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("8rem")
                .setFlexGrow(0);
        return grid;
    }

    private String price(Tool tool) {
        return lookup.priceOf(tool.serverId(), tool.name())
                .map(price -> Texts.price(price))
                .orElse("free");
    }

    private Component empty() {
        if (filter.isSet()) {
            return new EmptyState(
                    VaadinIcon.SEARCH, "No tool matches", "Search for less, or clear a filter to see more.");
        }
        return new EmptyState(
                VaadinIcon.TOOLS,
                "No tools yet",
                "Tools appear when a gateway has looked at a server. Connect one, or sync one that is connected.",
                Links.button("Go to servers", "servers"));
    }

    private Component detail(Tool row) {
        shown = row.id();
        return new ToolDetail(api, api.tool(row.id()), lookup, actions, () -> {
            shown = null;
            content.close();
        });
    }

    private Optional<Server> waitingServer() {
        return filter.serverId()
                .flatMap(lookup::server)
                .filter(server -> server.quarantinedTools() > 0 && actions.mayApproveAll());
    }

    private void reload() {
        lookup = Lookup.read(api);
        rows.reload();
        showWaiting();
    }

    private void refresh() {
        lookup = Lookup.read(api);
        rows.refresh();
        showWaiting();
        UUID id = shown;
        if (id != null) {
            content.show(api.tool(id));
        }
    }

    private void showWaiting() {
        Optional<Server> waiting = waitingServer();
        waiting.ifPresent(server -> approveAll.setText("Approve all " + server.quarantinedTools() + " waiting"));
        Stream.of(approveAll, rejectAll, retireAll).forEach(button -> button.setVisible(waiting.isPresent()));
    }
}
