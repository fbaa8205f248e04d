package dev.tollgate.ui.view.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tollgate.model.api.GatewayStatus;
import dev.tollgate.model.api.SpendReport;
import dev.tollgate.model.api.Tenant;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Badges;
import dev.tollgate.ui.view.layout.ConsoleLayout;
import dev.tollgate.ui.view.layout.EmptyState;
import dev.tollgate.ui.view.layout.PageHeader;
import dev.tollgate.ui.view.layout.Polling;
import dev.tollgate.ui.view.layout.Rights;
import dev.tollgate.ui.view.layout.Texts;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first page after signing in. */
@Route(value = "", layout = ConsoleLayout.class)
@PageTitle("Home · Tollgate")
@PermitAll
public final class HomeView extends Div {
    public static final String PAGE = "page-home";
    public static final String SERVERS = "home-servers";
    public static final String KEYS = "home-keys";
    public static final String CALLS_TODAY = "home-calls-today";
    public static final String SPEND_TODAY = "home-spend-today";
    public static final String NEXT_STEP = "home-next-step";

    private static final int REFRESH_MILLIS = 10_000;

    private final TollgateApi api;
    private final Rights rights;
    /** Links and buttons, laid out anew only for other content: the one in use keeps the focus. */
    private final Div main = new Div();

    private final Div gateways = new Div();
    private @Nullable Overview shown;

    public HomeView(TollgateApi api, Rights rights) {
        this.api = api;
        this.rights = rights;
        setId(PAGE);
        addClassName("page");
        Tenant tenant = rights.me().tenant();
        if (tenant == null) {
            add(new PageHeader("Home", "You are signed in as an operator."), operator(api));
            return;
        }
        main.addClassName("home-main");
        Div content = new Div(main, gateways);
        content.addClassName("home");
        add(new PageHeader("Home", "What is set up at " + tenant.name() + ", and whether it works."), content);
        refresh();
        Polling.whileShown(this, REFRESH_MILLIS, this::refresh);
    }

    private void refresh() {
        Overview overview = Overview.read(api, rights, LocalDate.now(rights.zone()));
        if (!overview.hasSameContent(shown)) {
            shown = overview;
            main.removeAll();
            main.add(figures(overview));
            Steps steps = new Steps(overview, rights);
            if (!steps.isFinished()) {
                main.add(steps);
            }
        }
        gateways.removeAll();
        gateways.add(gateways(overview.gateways()));
    }

    private static Component figures(Overview overview) {
        Div row = new Div();
        row.addClassName("figures");
        long failing = overview.failingServers();
        row.add(new Figure(
                SERVERS,
                "Servers",
                Texts.count(overview.servers().size()),
                failing == 0
                        ? Badges.good(overview.servers().isEmpty() ? "none yet" : "none failing")
                        : Badges.bad(failing + " failing"),
                "servers"));
        row.add(new Figure(
                "home-tools",
                "Approved tools",
                Texts.count(overview.approvedTools()),
                overview.waitingTools() == 0
                        ? Badges.neutral("none waiting")
                        : Badges.waiting(overview.waitingTools() + " waiting for approval"),
                "tools"));
        row.add(new Figure(KEYS, "Active keys", overview.activeKeyCount(), Badges.neutral("one per agent"), "keys"));
        SpendReport today = overview.today();
        if (today != null) {
            row.add(calls(today), spend(today));
        }
        return row;
    }

    private static Component calls(SpendReport today) {
        long failed = today.total().failedCalls();
        long refused = today.total().refusedCalls();
        return new Figure(
                CALLS_TODAY,
                "Calls today",
                Texts.count(today.total().calls()),
                failed + refused == 0
                        ? Badges.neutral("none failed or refused")
                        : Badges.waiting(failed + " failed, " + refused + " refused"),
                "calls");
    }

    private static Component spend(SpendReport today) {
        Long lag = today.lagSeconds();
        return new Figure(
                SPEND_TODAY,
                "Spend today",
                today.total().cost().words(),
                lag == null ? Badges.neutral("age unknown") : Badges.neutral(Texts.count(lag) + " s behind"),
                "spend");
    }

    private static Component gateways(List<GatewayStatus> gateways) {
        Div panel = new Div(new H2("Gateways"));
        panel.addClassNames("panel", "gateways");
        if (gateways.isEmpty()) {
            panel.add(new EmptyState(
                    VaadinIcon.CONNECT,
                    "No gateway has reported",
                    "Agents cannot connect before one runs. The operator starts them."));
        }
        Instant now = Instant.now();
        gateways.forEach(gateway -> panel.add(new GatewayRow(gateway, now)));
        return panel;
    }

    private static Component operator(TollgateApi api) {
        Div content = new Div();
        content.addClassName("home");
        Span hint = new Span("Operators see gateways and which organizations exist, and nothing inside them.");
        hint.addClassName("secondary");
        content.add(hint, new Organizations(api), gateways(api.gateways().items()));
        return content;
    }
}
