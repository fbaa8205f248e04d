package dev.tollgate.ui.view.clients;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tollgate.model.api.ClientGrant;
import dev.tollgate.model.api.LastUse;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.RevokeClient;
import dev.tollgate.ui.client.IdempotencyKey;
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
import dev.tollgate.ui.view.layout.Texts;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The clients that people signed in with, without a key: everyone's for admins, and one's own for everyone else. */
@Route(value = "clients", layout = ConsoleLayout.class)
@PageTitle("Clients · Tollgate")
@RolesAllowed({Roles.OWNER, Roles.ADMIN, Roles.TOOL_ADMIN, Roles.FINANCE, Roles.AUDITOR, Roles.VIEWER})
public final class ClientsView extends Div {
    public static final String PAGE = "page-clients";
    public static final String GRID = "clients-grid";

    private final TollgateApi api;
    private final boolean everyone;
    private final LazyRows<ClientGrant> rows;

    public ClientsView(TollgateApi api, Rights rights) {
        this.api = api;
        this.everyone = rights.changePeople();
        setId(PAGE);
        addClassName("page");
        rows = new LazyRows<>(grid(), this::page, one -> List.of(one.user(), one.client()), ClientsView::empty);
        add(
                new PageHeader(
                        "Clients",
                        everyone
                                ? "The programs that people of yours signed in with, without a key, and what each may do"
                                        + " in their names."
                                : "The programs that you signed in with, without a key, and what each may do in your"
                                        + " name."),
                rows);
        rows.reload();
    }

    private static Component empty() {
        return new EmptyState(
                VaadinIcon.DESKTOP,
                "No client yet",
                "Give an agent the gateway's address and no key: it opens a page to sign in on, and stands here then.");
    }

    private Grid<ClientGrant> grid() {
        Grid<ClientGrant> grid = new Grid<>();
        grid.setId(GRID);
        grid.addComponentColumn(one -> Cells.named(name(one), one.client()))
                .setHeader("Client")
                .setWidth("14rem")
                .setFlexGrow(3);
        if (everyone) {
            grid.addColumn(ClientGrant::userName)
                    .setHeader("Person")
                    .setWidth("9rem")
                    .setFlexGrow(2);
        }
        grid.addColumn(one -> String.join(", ", one.scopes()))
                .setHeader("Scopes")
                .setWidth("9rem")
                .setFlexGrow(1);
        grid.addColumn(one -> Texts.time(one.since()))
                .setHeader("Since")
                .setWidth("10rem")
                .setFlexGrow(0);
        grid.addColumn(one -> used(one.lastUse()))
                .setHeader("Last used")
                .setWidth("10rem")
                .setFlexGrow(0);
        RowMenu.column(grid, this::menu);
        return grid;
    }

    private RowMenu menu(ClientGrant one) {
        return new RowMenu("client " + name(one)).danger("Revoke…", () -> revoke(one));
    }

    void revoke(ClientGrant one) {
        Confirmation.ask(
                "Revoke " + name(one) + "?",
                "It is signed out, and what it has of " + one.userName()
                        + " is refused at every gateway at once. It may be" + " signed in with again.",
                "Revoke",
                () -> {
                    RevokeClient client = new RevokeClient(one.client());
                    String key = new IdempotencyKey().forBody(client);
                    if (everyone) {
                        api.revokeClient(one.user(), key, client);
                    } else {
                        api.revokeMyClient(key, client);
                    }
                    Notices.done(name(one) + " is revoked");
                    rows.reload();
                });
    }

    private Page<ClientGrant> page(int limit, @Nullable String cursor) {
        return everyone ? api.clients(limit, cursor) : new Page<>(api.myClients(), null);
    }

    private static String name(ClientGrant one) {
        return one.clientName() == null ? one.client() : one.clientName();
    }

    private static String used(@Nullable LastUse use) {
        return use == null ? "not yet" : Texts.time(use.at());
    }
}
