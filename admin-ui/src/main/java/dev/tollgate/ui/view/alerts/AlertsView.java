package dev.tollgate.ui.view.alerts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tollgate.model.api.Alert;
import dev.tollgate.model.api.AlertDelivery;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Badges;
import dev.tollgate.ui.view.layout.Cells;
import dev.tollgate.ui.view.layout.ConsoleLayout;
import dev.tollgate.ui.view.layout.EmptyState;
import dev.tollgate.ui.view.layout.LazyRows;
import dev.tollgate.ui.view.layout.PageHeader;
import dev.tollgate.ui.view.layout.Rights;
import dev.tollgate.ui.view.layout.Roles;
import dev.tollgate.ui.view.layout.SearchField;
import dev.tollgate.ui.view.layout.Texts;
import jakarta.annotation.security.RolesAllowed;

/** What people should know of now, and whether they were reached. */
@Route(value = "alerts", layout = ConsoleLayout.class)
@PageTitle("Alerts · Tollgate")
@RolesAllowed({Roles.OWNER, Roles.ADMIN, Roles.FINANCE, Roles.AUDITOR})
public final class AlertsView extends Div {
    public static final String PAGE = "page-alerts";
    public static final String GRID = "alerts-grid";
    public static final String RELOAD = "alerts-reload";
    public static final String SEARCH = "alerts-search";

    private final SearchField search = new SearchField(SEARCH, "alerts", "what they say", this::reload);
    private final LazyRows<Alert> alerts;

    public AlertsView(TollgateApi api, Rights rights) {
        setId(PAGE);
        addClassName("page");
        Div filters = new Div(search);
        filters.addClassName("filters");
        alerts = new LazyRows<>(
                grid(), (limit, cursor) -> api.alerts(search.text(), limit, cursor), Alert::id, this::empty);
        Button reload = new Button("Look again", VaadinIcon.REFRESH.create(), event -> reload());
        reload.setId(RELOAD);
        add(
                new PageHeader(
                        "Alerts",
                        "What people should know of now: limits that are nearly used, credentials that need somebody. Kept"
                                + " for 90 days.",
                        reload),
                filters,
                alerts,
                new H2("Channels"),
                new ChannelList(api, rights.changePrices(), this::reload));
        reload();
    }

    private void reload() {
        alerts.reload();
    }

    private Component empty() {
        if (!search.isEmpty()) {
            return new EmptyState(
                    VaadinIcon.SEARCH, "No alert matches", "Search for a part of what it says, or clear the search.");
        }
        return new EmptyState(
                VaadinIcon.BELL_O,
                "No alert yet",
                "Make a channel below and try it, or set a limit that raises alerts.");
    }

    private static Grid<Alert> grid() {
        Grid<Alert> grid = new Grid<>();
        grid.setId(GRID);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addComponentColumn(AlertsView::said)
                .setHeader("Alert")
                .setWidth("18rem")
                .setFlexGrow(4);
        grid.addColumn(alert -> Texts.time(alert.raisedAt()))
                .setHeader("Raised")
                .setWidth("11rem")
                .setFlexGrow(0);
        grid.addComponentColumn(AlertsView::deliveries)
                .setHeader("Sent to")
                .setWidth("14rem")
                .setFlexGrow(2);
        return grid;
    }

    /** What it says ends with what to do, so it is not cut off. */
    private static Component said(Alert alert) {
        Div cell = Cells.named(alert.title(), null);
        cell.add(Cells.whole(alert.text()));
        return cell;
    }

    private static Component deliveries(Alert alert) {
        if (alert.deliveries().isEmpty()) {
            return Cells.small("no channel");
        }
        return Cells.stack(alert.deliveries().stream().map(AlertsView::delivery).toArray(Component[]::new));
    }

    private static Component delivery(AlertDelivery delivery) {
        Div line = new Div(badge(delivery), Cells.small(" " + delivery.channelName()));
        String problem = delivery.problem();
        return problem == null ? line : Cells.stack(line, Cells.small(problem));
    }

    private static Component badge(AlertDelivery delivery) {
        return switch (delivery.state()) {
            case DELIVERED -> Badges.good("delivered");
            case WAITING -> Badges.waiting(delivery.attempts() == 0 ? "on its way" : "tried again");
            case GIVEN_UP -> Badges.bad("given up");
        };
    }
}
