package dev.tollgate.ui.view.tools;

import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.Tool;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.Lookup;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Confirmation;
import dev.tollgate.ui.view.layout.Notices;
import dev.tollgate.ui.view.layout.PriceDialog;
import dev.tollgate.ui.view.layout.Rights;

/** What can be done with a tool. */
final class ToolActions {
    private final TollgateApi api;
    private final Rights rights;
    private final Runnable changed;

    ToolActions(TollgateApi api, Rights rights, Runnable changed) {
        this.api = api;
        this.rights = rights;
        this.changed = changed;
    }

    boolean mayApprove(Tool tool) {
        return rights.changeTools() && (tool.state() != Tool.State.APPROVED || tool.pendingDefinition() != null);
    }

    boolean mayRetire(Tool tool) {
        return rights.changeTools() && tool.state() != Tool.State.RETIRED;
    }

    boolean mayPrice() {
        return rights.changePrices();
    }

    boolean mayApproveAll() {
        return rights.changeTools();
    }

    void approve(Tool tool) {
        api.approveTool(tool.id(), IfMatch.version(tool.version()));
        Notices.done(tool.name() + " is approved. Keys that were granted it see it now.");
        changed.run();
    }

    void approveAll(Server server) {
        Confirmation.ask(
                "Approve all " + server.quarantinedTools() + " waiting tools of " + server.name() + "?",
                "Their definitions go to agents as the server wrote them. Read them first if you do not trust the server.",
                "Approve all",
                () -> {
                    Server newest = api.server(server.id());
                    api.approveTools(newest.id(), IfMatch.version(newest.version()));
                    Notices.done("All tools of " + server.name() + " are approved.");
                    changed.run();
                });
    }

    void retire(Tool tool) {
        Confirmation.ask(
                "Retire " + tool.name() + "?",
                "No agent sees it any more, and calls to it are refused. It can be approved again later.",
                "Retire",
                () -> {
                    api.retireTool(tool.id(), IfMatch.version(tool.version()));
                    Notices.done(tool.name() + " is retired.");
                    changed.run();
                });
    }

    void price(Tool tool, Lookup lookup) {
        PriceDialog.Subject subject = new PriceDialog.Subject(tool.serverId(), tool.serverName(), tool.name());
        new PriceDialog(api, subject, lookup.priceOn(tool.serverId(), tool.name()), changed).open();
    }
}
