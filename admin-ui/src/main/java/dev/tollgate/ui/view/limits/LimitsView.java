package dev.tollgate.ui.view.limits;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tollgate.model.api.Enforcement;
import dev.tollgate.model.api.Limit;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Badges;
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
import dev.tollgate.ui.view.layout.SearchField;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.Optional;

/** Budgets and other limits, and how much of each is used. */
@Route(value = "limits", layout = ConsoleLayout.class)
@PageTitle("Limits · Tollgate")
@RolesAllowed({Roles.OWNER, Roles.ADMIN, Roles.FINANCE, Roles.AUDITOR, Roles.VIEWER})
public final class LimitsView extends Div {
    public static final String PAGE = "page-limits";
    public static final String CREATE = "limits-create";
    public static final String GRID = "limits-grid";
    public static final String SEARCH = "limits-search";

    private final TollgateApi api;
    private final Rights rights;
    private final Usages usages;
    private final SearchField search = new SearchField(SEARCH, "limits", "name", this::reload);
    private final LazyRows<Limit> rows;

    public LimitsView(TollgateApi api, Rights rights) {
        this.api = api;
        this.rights = rights;
        usages = new Usages(api);
        setId(PAGE);
        addClassName("page");
        Div filters = new Div(search);
        filters.addClassName("filters");
        rows = new LazyRows<>(
                grid(), (limit, cursor) -> api.limits(search.text(), limit, cursor), Limit::id, this::empty);
        add(
                new PageHeader(
                        "Limits",
                        "How much may be spent, or called, within a time. A hard limit is never exceeded, however many"
                                + " gateways there are.",
                        rights.changePrices() ? new Component[] {create(CREATE)} : new Component[0]),
                filters,
                rows);
        rows.reload();
    }

    private Button create(String id) {
        Button create = new Button("Set a limit", VaadinIcon.PLUS.create(), event -> edit(Optional.empty()));
        create.setId(id);
        create.addThemeVariants(ButtonVariant.PRIMARY);
        return create;
    }

    private Component empty() {
        if (!search.isEmpty()) {
            return new EmptyState(
                    VaadinIcon.SEARCH, "No limit matches", "Search for a part of a name, or clear the search.");
        }
        return new EmptyState(
                VaadinIcon.DASHBOARD,
                "No limit yet",
                "Nothing is refused for what it costs. Begin with a month's dollars for the whole organization, then give"
                        + " teams, customers or single keys their own.",
                rights.changePrices() ? new Component[] {create("limits-create-first")} : new Component[0]);
    }

    private Grid<Limit> grid() {
        Grid<Limit> grid = new Grid<>();
        grid.setId(GRID);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addComponentColumn(limit -> Cells.named(limit.name(), LimitWords.subject(limit)))
                .setHeader("Limit")
                .setWidth("11rem")
                .setFlexGrow(3);
        grid.addComponentColumn(limit -> Cells.stack(amount(limit), Cells.small(LimitWords.window(limit.window()))))
                .setHeader("Amount")
                .setWidth("11rem")
                .setFlexGrow(1);
        grid.addComponentColumn(usages::cell)
                .setHeader("Used")
                .setWidth("15rem")
                .setFlexGrow(3);
        grid.addComponentColumn(limit ->
                        limit.enforcement() == Enforcement.HARD ? Badges.neutral("hard") : Badges.waiting("only shown"))
                .setHeader("Enforcement")
                .setWidth("8rem")
                .setFlexGrow(0);
        RowMenu.column(grid, this::menu);
        return grid;
    }

    private static Component amount(Limit limit) {
        String own = limit.unit().words(limit.amount());
        return Cells.named(
                own,
                limit.overrides().stream()
                        .findFirst()
                        .map(next -> LimitWords.override(limit.unit(), next, Instant.now()))
                        .orElse(null));
    }

    private RowMenu menu(Limit limit) {
        RowMenu menu = new RowMenu("limit " + limit.name());
        return rights.changePrices()
                ? overridable(menu.action("Edit…", () -> edit(Optional.of(limit))), limit)
                        .danger("Delete…", () -> delete(limit))
                : menu;
    }

    private RowMenu overridable(RowMenu menu, Limit limit) {
        return limit.window() == null
                ? menu
                : menu.action("Another amount for a while…", () -> new OverrideDialog(api, limit, this::reload).open());
    }

    private void edit(Optional<Limit> limit) {
        new LimitDialog(api, limit, this::reload).open();
    }

    private void delete(Limit limit) {
        Confirmation.ask(
                "Delete the limit " + limit.name() + "?",
                limit.enforcement() == Enforcement.HARD
                        ? "Calls are no longer refused for it. What was spent is forgotten: set anew, it begins with nothing"
                                + " spent."
                        : "Recorded calls and spend stay.",
                "Delete",
                () -> {
                    api.deleteLimit(limit.id(), IfMatch.version(limit.version()));
                    Notices.done("The limit " + limit.name() + " is deleted.");
                    reload();
                });
    }

    private void reload() {
        usages.forget();
        rows.reload();
    }
}
