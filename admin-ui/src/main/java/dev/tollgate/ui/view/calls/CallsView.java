package dev.tollgate.ui.view.calls;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tollgate.model.api.Call;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Cells;
import dev.tollgate.ui.view.layout.ConsoleLayout;
import dev.tollgate.ui.view.layout.EmptyState;
import dev.tollgate.ui.view.layout.LazyRows;
import dev.tollgate.ui.view.layout.Links;
import dev.tollgate.ui.view.layout.PageHeader;
import dev.tollgate.ui.view.layout.Polling;
import dev.tollgate.ui.view.layout.Roles;
import dev.tollgate.ui.view.layout.RowsWithDetail;
import dev.tollgate.ui.view.layout.Texts;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;

/** Calls as they arrive, newest first. {@code ?key=ID} shows those of one key. */
@Route(value = "calls", layout = ConsoleLayout.class)
@PageTitle("Calls · Tollgate")
@RolesAllowed({Roles.OWNER, Roles.ADMIN, Roles.FINANCE, Roles.AUDITOR, Roles.VIEWER})
public final class CallsView extends Div implements BeforeEnterObserver {
    public static final String PAGE = "page-calls";
    public static final String GRID = "calls-grid";
    public static final String LIVE = "calls-live";

    public static final String ARRIVED = "calls-arrived";
    private static final int REFRESH_MILLIS = 2_000;
    private static final int WATCHED_ROWS = 50;

    private final TollgateApi api;
    private final CallFilter filter;
    private final Checkbox live = new Checkbox("Live", true);
    private final LazyRows<Call> rows;
    private final RowsWithDetail<Call> content;
    private final Button arrived = new Button(VaadinIcon.ARROW_UP.create(), event -> backToTop());
    private List<UUID> newest = List.of();

    public CallsView(TollgateApi api) {
        this.api = api;
        setId(PAGE);
        addClassName("page");
        filter = new CallFilter(api, this::reload);
        rows = new LazyRows<>(grid(), (limit, cursor) -> filter.page(api, limit, cursor), Call::id, this::empty);
        content = new RowsWithDetail<>(rows, "27rem", this::detail);
        live.setId(LIVE);
        live.setTooltipText("Shows new calls as they arrive. Take it off to read in peace.");
        add(
                new PageHeader(
                        "Calls",
                        "Every attempt, allowed or not, a second or two after it ended. Contents are not recorded.",
                        live),
                filter,
                arrived,
                content);
        arrived.setId(ARRIVED);
        arrived.addClassName("arrived");
        arrived.addThemeVariants(ButtonVariant.PRIMARY);
        arrived.setVisible(false);
        reload();
        Polling.whileShown(this, REFRESH_MILLIS, this::watch);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation().getQueryParameters().getSingleParameter("key").ifPresent(filter::chooseKey);
    }

    private Grid<Call> grid() {
        Grid<Call> grid = new Grid<>();
        grid.setId(GRID);
        grid.addColumn(call -> Texts.time(call.startedAt()))
                .setHeader("Started")
                .setWidth("10.75rem")
                .setFlexGrow(0);
        grid.addComponentColumn(call -> Cells.code(
                        call.toolName() == null ? call.method() : call.toolName(), Texts.orNone(call.serverName())))
                .setHeader("Tool")
                .setWidth("8rem")
                .setFlexGrow(3);
        grid.addComponentColumn(call -> Cells.named(
                        Texts.orNone(call.keyName() == null ? call.keyId() : call.keyName()), call.agentName()))
                .setHeader("Key and agent")
                .setWidth("7rem")
                .setFlexGrow(2);
        grid.addComponentColumn(CallsView::outcome)
                .setHeader("Outcome")
                .setWidth("6.5rem")
                .setFlexGrow(2);
        grid.addColumn(call -> Texts.micros(call.gatewayMicros() + call.upstreamMicros()))
                .setHeader("Took")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("5rem")
                .setFlexGrow(0);
        grid.addColumn(call -> call.cost().words())
                .setHeader("Cost")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("7rem")
                .setFlexGrow(0);
        return grid;
    }

    private static Component outcome(Call call) {
        return call.reason() == null
                ? Outcome.badge(call)
                : Cells.stack(Outcome.badge(call), Cells.small(Texts.words(call.reason())));
    }

    private Component empty() {
        return filter.isSet()
                ? new EmptyState(
                        VaadinIcon.SEARCH,
                        "No call matches",
                        "Clear a filter to see more. New calls appear by themselves.")
                : new EmptyState(
                        VaadinIcon.EXCHANGE,
                        "No calls yet",
                        "Connect an agent with a key. Its first call appears here by itself.",
                        Links.button("Go to keys", "keys"));
    }

    private Component detail(Call call) {
        return new CallDetail(api, call, content::close);
    }

    private void reload() {
        content.close();
        backToTop();
    }

    private void backToTop() {
        rows.reload();
        arrived.setVisible(false);
        newest = rows.first(WATCHED_ROWS).map(Call::id).toList();
    }

    /**
     * Rows are laid out again only if something arrived, so that a page at rest stays at rest; and only while the newest
     * are in sight, so that nothing moves away from under who reads further down.
     */
    private void watch() {
        if (!live.getValue()) {
            return;
        }
        List<UUID> now = filter.page(api, WATCHED_ROWS, null).items().stream()
                .map(Call::id)
                .toList();
        if (now.equals(newest)) {
            return;
        }
        arrived.setVisible(rows.isScrolled());
        if (rows.isScrolled()) {
            arrived.setText(arrivals(now));
        } else {
            newest = now;
            rows.refresh();
        }
    }

    private String arrivals(List<UUID> now) {
        long count = now.stream().takeWhile(id -> !newest.contains(id)).count();
        if (count == now.size()) {
            return now.size() + " or more new calls";
        }
        return count == 1 ? "1 new call" : count + " new calls";
    }
}
