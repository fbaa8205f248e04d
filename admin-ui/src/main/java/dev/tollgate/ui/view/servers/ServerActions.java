package dev.tollgate.ui.view.servers;

import com.vaadin.flow.component.UI;
import dev.tollgate.model.api.NewServer;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ServerTls;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.Lookup;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Confirmation;
import dev.tollgate.ui.view.layout.Notices;
import dev.tollgate.ui.view.layout.Rights;
import dev.tollgate.ui.view.layout.RowMenu;
import dev.tollgate.ui.view.prices.PriceDialog;

/** What can be done with a server. */
final class ServerActions {
    private final TollgateApi api;
    private final Rights rights;
    private final Runnable changed;

    ServerActions(TollgateApi api, Rights rights, Runnable changed) {
        this.api = api;
        this.rights = rights;
        this.changed = changed;
    }

    boolean allowed() {
        return rights.changeTools();
    }

    RowMenu menu(Server server, Lookup lookup) {
        RowMenu menu = new RowMenu("server " + server.name());
        menu.action("Show its tools", () -> UI.getCurrent().navigate("tools?server=" + server.id()));
        if (rights.changePrices()) {
            menu.action("Set price…", () -> price(server, lookup));
        }
        if (allowed()) {
            menu.action("Check now", () -> sync(server))
                    .action("Edit…", () -> edit(server, lookup))
                    .action("Credential…", () -> credential(server))
                    .action("Certificates…", () -> certificates(server))
                    .action(server.enabled() ? "Disable" : "Enable", () -> toggle(server))
                    .danger("Delete…", () -> delete(server));
        }
        return menu;
    }

    void create(Lookup lookup) {
        new ServerDialog(api, lookup, changed).open();
    }

    void edit(Server server, Lookup lookup) {
        new ServerDialog(api, lookup, changed, server).open();
    }

    void credential(Server server) {
        new CredentialDialog(api, rights, server, changed).open();
    }

    void certificates(Server server) {
        new CertificatesDialog(api, server, changed).open();
    }

    ServerTls tls(Server server) {
        return api.serverTls(server.id());
    }

    /** What the server knows the organization by, since when, and how its token does. */
    String credentialWords(Server server) {
        return CredentialWords.of(api.credential(server.id()));
    }

    void sync(Server server) {
        // Looking again overwrites nothing, so what this page last read need not be the newest.
        Server newest = api.server(server.id());
        api.syncServer(newest.id(), IfMatch.version(newest.version()));
        Notices.done("A gateway is looking at " + server.name() + " now. What it finds appears here.");
        changed.run();
    }

    private void price(Server server, Lookup lookup) {
        PriceDialog.Subject subject = new PriceDialog.Subject(server.id(), server.name(), null);
        new PriceDialog(api, subject, lookup.ownPriceOn(server.id(), null), changed).open();
    }

    private void toggle(Server server) {
        if (!server.enabled()) {
            replace(server, true, server.name() + " is enabled: agents see its approved tools again.");
            return;
        }
        Confirmation.ask(
                "Disable " + server.name() + "?",
                "Agents stop seeing its tools at once, and calls to them are refused. Nothing is deleted.",
                "Disable",
                () -> replace(server, false, server.name() + " is disabled."));
    }

    private void replace(Server server, boolean enabled, String message) {
        NewServer wanted = new NewServer(
                server.name(),
                server.environmentId(),
                server.description(),
                server.transport(),
                server.baseline(),
                server.prefixMode(),
                server.toolApproval(),
                enabled,
                server.timeoutMillis(),
                server.forwardedHeaders(),
                server.toolMode(),
                server.stubBinding());
        api.replaceServer(server.id(), IfMatch.version(server.version()), wanted);
        Notices.done(message);
        changed.run();
    }

    private void delete(Server server) {
        Confirmation.ask(
                "Delete " + server.name() + "?",
                "Its " + server.approvedTools() + " approved tools disappear for all agents at once. This is"
                        + " refused while it has prices, or it or one of its tools has limits. Recorded calls and spend stay.",
                "Delete",
                () -> {
                    api.deleteServer(server.id(), IfMatch.version(server.version()));
                    Notices.done(server.name() + " is deleted.");
                    changed.run();
                });
    }
}
