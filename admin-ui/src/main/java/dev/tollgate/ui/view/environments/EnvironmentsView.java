package dev.tollgate.ui.view.environments;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tollgate.model.api.Environment;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Cells;
import dev.tollgate.ui.view.layout.Confirmation;
import dev.tollgate.ui.view.layout.ConsoleLayout;
import dev.tollgate.ui.view.layout.EmptyState;
import dev.tollgate.ui.view.layout.LazyRows;
import dev.tollgate.ui.view.layout.Notices;
import dev.tollgate.ui.view.layout.PageHeader;
import dev.tollgate.ui.view.layout.Roles;
import dev.tollgate.ui.view.layout.RowMenu;
import dev.tollgate.ui.view.layout.Texts;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;

/** The tenant's environments, for owners and admins. */
@Route(value = "environments", layout = ConsoleLayout.class)
@PageTitle("Environments · Tollgate")
@RolesAllowed({Roles.OWNER, Roles.ADMIN})
public final class EnvironmentsView extends Div {
    public static final String PAGE = "page-environments";
    public static final String CREATE = "environments-create";
    public static final String GRID = "environments-grid";

    private final TollgateApi api;
    private final LazyRows<Environment> rows;

    public EnvironmentsView(TollgateApi api) {
        this.api = api;
        setId(PAGE);
        addClassName("page");
        rows = new LazyRows<>(grid(), api::environments, Environment::id, this::empty);
        add(
                new PageHeader(
                        "Environments",
                        "Production, staging, development: a key sees only the servers of its own environment.",
                        create(CREATE)),
                rows);
        rows.reload();
    }

    private Button create(String id) {
        Button create = new Button("Create an environment", VaadinIcon.PLUS.create(), event -> edit(Optional.empty()));
        create.setId(id);
        create.addThemeVariants(ButtonVariant.PRIMARY);
        return create;
    }

    private Component empty() {
        return new EmptyState(
                VaadinIcon.GLOBE_WIRE,
                "No environment yet",
                "Servers and keys belong to one. Most begin with “production”.",
                create("environments-create-first"));
    }

    private Grid<Environment> grid() {
        Grid<Environment> grid = new Grid<>();
        grid.setId(GRID);
        grid.addComponentColumn(one -> Cells.named(one.name(), one.description()))
                .setHeader("Environment")
                .setFlexGrow(3);
        grid.addColumn(one -> Texts.minute(one.createdAt())).setHeader("Created");
        RowMenu.column(
                grid,
                one -> new RowMenu("environment " + one.name())
                        .action("Edit…", () -> edit(Optional.of(one)))
                        .danger("Delete…", () -> delete(one)));
        return grid;
    }

    private void edit(Optional<Environment> environment) {
        new EnvironmentDialog(api, rows::refresh, environment).open();
    }

    private void delete(Environment environment) {
        Confirmation.ask(
                "Delete the environment " + environment.name() + "?",
                "This is refused while servers or keys belong to it.",
                "Delete",
                () -> {
                    api.deleteEnvironment(environment.id(), IfMatch.version(environment.version()));
                    Notices.done("The environment " + environment.name() + " is deleted.");
                    rows.refresh();
                });
    }
}
