package dev.tollgate.ui.view.subjects;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tollgate.model.api.Subject;
import dev.tollgate.model.api.ToolGroup;
import dev.tollgate.model.config.SubjectKind;
import dev.tollgate.model.config.SubjectRef;
import dev.tollgate.ui.client.Lookup;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Badges;
import dev.tollgate.ui.view.layout.Cells;
import dev.tollgate.ui.view.layout.ConsoleLayout;
import dev.tollgate.ui.view.layout.EmptyState;
import dev.tollgate.ui.view.layout.LazyRows;
import dev.tollgate.ui.view.layout.PageHeader;
import dev.tollgate.ui.view.layout.Rights;
import dev.tollgate.ui.view.layout.Roles;
import dev.tollgate.ui.view.layout.RowMenu;
import dev.tollgate.ui.view.layout.RowsWithDetail;
import dev.tollgate.ui.view.layout.SubjectWords;
import dev.tollgate.ui.view.layout.Texts;
import jakarta.annotation.security.RolesAllowed;
import java.util.stream.Collectors;

/** Whom keys belong to: tiers, customers, teams, users, services; and the model providers that keys name. */
@Route(value = "subjects", layout = ConsoleLayout.class)
@PageTitle("Subjects · Tollgate")
@RolesAllowed({Roles.OWNER, Roles.ADMIN, Roles.TOOL_ADMIN, Roles.FINANCE, Roles.AUDITOR, Roles.VIEWER})
public final class SubjectsView extends Div {
    public static final String PAGE = "page-subjects";
    public static final String CREATE = "subjects-create";
    public static final String GRID = "subjects-grid";

    private final TollgateApi api;
    private final SubjectActions actions;
    private final SubjectFilter filter;
    private final LazyRows<Subject> rows;
    private final RowsWithDetail<Subject> content;
    private Lookup lookup;

    public SubjectsView(TollgateApi api, Rights rights) {
        this.api = api;
        setId(PAGE);
        addClassName("page");
        lookup = Lookup.read(api);
        actions = new SubjectActions(api, rights, this::reload);
        filter = new SubjectFilter(this::reload);
        rows = new LazyRows<>(grid(), (limit, cursor) -> filter.page(api, limit, cursor), Subject::ref, this::empty);
        content = new RowsWithDetail<>(rows, "30rem", this::detail);
        add(
                new PageHeader(
                        "Subjects",
                        "Whom you give access to. Attach a tool group to a tier, customer, team or user, and every key below"
                                + " it sees the group's tools.",
                        actions.allowed() ? new Component[] {create(CREATE)} : new Component[0]),
                filter,
                content);
        rows.reload();
    }

    private Button create(String id) {
        Button create = new Button(
                "Create a subject",
                VaadinIcon.PLUS.create(),
                event -> actions.create(filter.kind().orElse(SubjectKind.TEAM)));
        create.setId(id);
        create.addThemeVariants(ButtonVariant.PRIMARY);
        return create;
    }

    private Component empty() {
        if (filter.isSearching()) {
            return new EmptyState(
                    VaadinIcon.SEARCH, "No subject matches", "Search for less, or choose another kind to see more.");
        }
        return new EmptyState(
                VaadinIcon.USERS,
                filter.kind()
                        .map(kind -> "No " + SubjectWords.kind(kind) + " yet")
                        .orElse("No subject yet"),
                "Tiers hold customers, customers hold teams, teams hold users. Begin with what you sell or with who works"
                        + " with agents; one team is enough to start.",
                actions.allowed() ? new Component[] {create("subjects-create-first")} : new Component[0]);
    }

    private Grid<Subject> grid() {
        Grid<Subject> grid = new Grid<>();
        grid.setId(GRID);
        grid.addComponentColumn(SubjectsView::name)
                .setHeader("Subject")
                .setWidth("10rem")
                .setFlexGrow(3);
        grid.addComponentColumn(one -> Badges.neutral(SubjectWords.kind(SubjectKind.of(one.kind()))))
                .setHeader("Kind")
                .setWidth("9rem")
                .setFlexGrow(0);
        grid.addColumn(one -> Texts.orNone(one.parentName()))
                .setHeader("Under")
                .setWidth("7rem")
                .setFlexGrow(2);
        grid.addColumn(this::groups).setHeader("Groups").setWidth("7rem").setFlexGrow(2);
        grid.addColumn(one -> SubjectKind.of(one.kind()).ownsKeys() ? Texts.count(one.keyCount()) : Texts.NONE)
                .setHeader("Keys")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("5rem")
                .setFlexGrow(0);
        RowMenu.column(grid, actions::menu);
        return grid;
    }

    private static Component name(Subject subject) {
        SubjectRef ref = SubjectRef.parse(subject.ref());
        return Cells.named(subject.name(), SubjectWords.isNamed(ref.kind()) ? ref.id() : null);
    }

    private String groups(Subject subject) {
        return Texts.orNone(subject.groupIds().stream()
                .map(id -> lookup.group(id).map(ToolGroup::name).orElse("(deleted)"))
                .collect(Collectors.joining(", ")));
    }

    private Component detail(Subject subject) {
        return new SubjectDetail(api, subject.ref(), lookup, actions, content::show, content::close);
    }

    private void reload() {
        lookup = Lookup.read(api);
        content.close();
        rows.reload();
    }
}
