package dev.tollgate.ui.view.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.User;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Cells;
import dev.tollgate.ui.view.layout.ConsoleLayout;
import dev.tollgate.ui.view.layout.EmptyState;
import dev.tollgate.ui.view.layout.LazyRows;
import dev.tollgate.ui.view.layout.PageHeader;
import dev.tollgate.ui.view.layout.Rights;
import dev.tollgate.ui.view.layout.Roles;
import dev.tollgate.ui.view.layout.RowMenu;
import dev.tollgate.ui.view.layout.RowsWithDetail;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/** Who signs in for the tenant. */
@Route(value = "people", layout = ConsoleLayout.class)
@PageTitle("People · Tollgate")
@RolesAllowed({Roles.OWNER, Roles.ADMIN})
public final class PeopleView extends Div {
    public static final String PAGE = "page-people";
    public static final String CREATE = "people-create";
    public static final String GRID = "people-grid";
    public static final String SEARCH = "people-search";

    private final TollgateApi api;
    private final PersonActions actions;
    private final TextField search = new TextField();
    private final LazyRows<User> rows;
    private final RowsWithDetail<User> content;

    public PeopleView(TollgateApi api, Rights rights) {
        this.api = api;
        setId(PAGE);
        addClassName("page");
        actions = new PersonActions(api, rights, this::reload);
        rows = new LazyRows<>(grid(), this::page, User::id, this::empty);
        content = new RowsWithDetail<>(rows, "30rem", this::detail);
        Div filters = new Div(search);
        filters.addClassName("filters");
        describeSearch();
        add(
                new PageHeader(
                        "People",
                        "Who signs in to this console, and what each may do. Agents do not sign in: they have keys, which"
                                + " can belong to a person.",
                        create(CREATE)),
                filters,
                content);
        rows.reload();
    }

    private void describeSearch() {
        search.setId(SEARCH);
        search.setPlaceholder("Search by name or address");
        search.setAriaLabel("Search people");
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(event -> reload());
    }

    private Button create(String id) {
        Button create = new Button("Invite someone", VaadinIcon.PLUS.create(), event -> actions.invite());
        create.setId(id);
        create.addThemeVariants(ButtonVariant.PRIMARY);
        return create;
    }

    private Component empty() {
        if (!search.isEmpty()) {
            return new EmptyState(VaadinIcon.SEARCH, "Nobody matches", "Search for less of the name or address.");
        }
        return new EmptyState(
                VaadinIcon.USER_CARD,
                "Nobody yet",
                "Invite the people who set up servers, issue keys or look at what is spent.",
                create("people-create-first"));
    }

    private Grid<User> grid() {
        Grid<User> grid = new Grid<>();
        grid.setId(GRID);
        grid.addComponentColumn(one -> Cells.named(one.name(), one.email()))
                .setHeader("Person")
                .setWidth("12rem")
                .setFlexGrow(3);
        grid.addColumn(PersonDetail::roles).setHeader("Roles").setWidth("8rem").setFlexGrow(2);
        grid.addComponentColumn(PersonDetail::badge)
                .setHeader("State")
                .setWidth("8rem")
                .setFlexGrow(0);
        RowMenu.column(grid, actions::menu);
        return grid;
    }

    private Page<User> page(int limit, @Nullable String cursor) {
        String text = search.getValue().strip();
        return api.users(text.isEmpty() ? null : text, limit, cursor);
    }

    private Component detail(User user) {
        return new PersonDetail(api, user, actions, content::close);
    }

    private void reload() {
        content.close();
        rows.reload();
    }
}
