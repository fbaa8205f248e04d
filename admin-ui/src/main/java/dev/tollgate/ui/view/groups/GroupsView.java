package dev.tollgate.ui.view.groups;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tollgate.model.api.ToolGroup;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Cells;
import dev.tollgate.ui.view.layout.Confirmation;
import dev.tollgate.ui.view.layout.ConsoleLayout;
import dev.tollgate.ui.view.layout.EmptyState;
import dev.tollgate.ui.view.layout.LazyRows;
import dev.tollgate.ui.view.layout.Notices;
import dev.tollgate.ui.view.layout.PageHeader;
import dev.tollgate.ui.view.layout.Rights;
import dev.tollgate.ui.view.layout.Roles;
import dev.tollgate.ui.view.layout.RowMenu;
import dev.tollgate.ui.view.layout.RowsWithDetail;
import dev.tollgate.ui.view.layout.Texts;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;

/** Named sets of tools. */
@Route(value = "groups", layout = ConsoleLayout.class)
@PageTitle("Groups · Tollgate")
@RolesAllowed({Roles.OWNER, Roles.ADMIN, Roles.TOOL_ADMIN, Roles.FINANCE, Roles.AUDITOR, Roles.VIEWER})
public final class GroupsView extends Div {
    public static final String PAGE = "page-groups";
    public static final String CREATE = "groups-create";
    public static final String GRID = "groups-grid";

    private final TollgateApi api;
    private final Rights rights;
    private final LazyRows<ToolGroup> rows;
    private final RowsWithDetail<ToolGroup> content;

    public GroupsView(TollgateApi api, Rights rights) {
        this.api = api;
        this.rights = rights;
        setId(PAGE);
        addClassName("page");
        rows = new LazyRows<>(grid(), api::groups, ToolGroup::id, this::empty);
        content = new RowsWithDetail<>(rows, "30rem", this::detail);
        add(
                new PageHeader(
                        "Groups",
                        "Sets of tools, attached to keys, teams, customers, tiers or model providers. Change a group, and every key"
                                + " that has it sees the change at once.",
                        rights.changeTools() ? new Component[] {create(CREATE)} : new Component[0]),
                content);
        rows.reload();
    }

    private Button create(String id) {
        Button create = new Button("Create a group", VaadinIcon.PLUS.create(), event -> edit(Optional.empty()));
        create.setId(id);
        create.addThemeVariants(ButtonVariant.PRIMARY);
        return create;
    }

    private Component empty() {
        Component[] actions = rights.changeTools() ? new Component[] {create("groups-create-first")} : new Component[0];
        return new EmptyState(
                VaadinIcon.CUBES,
                "No group yet",
                "Group tools by what a job needs, such as “support” with crm__* and tickets__read_*, and give keys the group"
                        + " instead of single tools.",
                actions);
    }

    private Grid<ToolGroup> grid() {
        Grid<ToolGroup> grid = new Grid<>();
        grid.setId(GRID);
        grid.addComponentColumn(group -> Cells.named(group.name(), group.description()))
                .setHeader("Group")
                .setWidth("9rem")
                .setFlexGrow(2);
        grid.addComponentColumn(GroupsView::patterns)
                .setHeader("Tools")
                .setWidth("10rem")
                .setFlexGrow(3);
        grid.addColumn(AttachmentWords::summary)
                .setHeader("Attached to")
                .setWidth("9rem")
                .setFlexGrow(2);
        grid.addColumn(group -> Texts.minute(group.createdAt()))
                .setHeader("Created")
                .setWidth("11rem")
                .setFlexGrow(0);
        RowMenu.column(grid, this::menu);
        grid.addItemDoubleClickListener(event -> {
            if (rights.changeTools()) {
                edit(Optional.of(event.getItem()));
            }
        });
        return grid;
    }

    private static Component patterns(ToolGroup group) {
        Div cell = new Div();
        cell.addClassName("chips");
        group.patterns().forEach(pattern -> {
            Span chip = new Span(pattern.toString());
            chip.addClassName("chip");
            cell.add(chip);
        });
        return cell;
    }

    private RowMenu menu(ToolGroup group) {
        RowMenu menu = new RowMenu("group " + group.name());
        return rights.changeTools()
                ? menu.action("Edit…", () -> edit(Optional.of(group)))
                        .action("Attach…", () -> attach(group))
                        .danger("Delete…", () -> delete(group))
                : menu;
    }

    private void edit(Optional<ToolGroup> group) {
        new GroupDialog(api, this::refresh, group).open();
    }

    private void attach(ToolGroup group) {
        new AttachDialog(api, group, this::refresh).open();
    }

    private Component detail(ToolGroup row) {
        return new GroupDetail(
                api,
                api.group(row.id()),
                rights.changeTools(),
                group -> edit(Optional.of(group)),
                this::attach,
                content::close);
    }

    private void refresh() {
        content.close();
        rows.refresh();
    }

    private void delete(ToolGroup group) {
        Confirmation.ask(
                "Delete the group " + group.name() + "?",
                "This is refused while it is attached to anything, or has limits.",
                "Delete",
                () -> {
                    api.deleteGroup(group.id(), IfMatch.version(group.version()));
                    Notices.done("The group " + group.name() + " is deleted.");
                    refresh();
                });
    }
}
