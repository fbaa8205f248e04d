package dev.tollgate.ui.view.tools;

import dev.tollgate.model.api.ApproveTools;
import dev.tollgate.model.api.ApprovedTools;
import dev.tollgate.model.api.DecideTools;
import dev.tollgate.model.api.DecidedTools;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.Tool;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.Keyset;
import dev.tollgate.ui.client.Lookup;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Confirmation;
import dev.tollgate.ui.view.layout.Notices;
import dev.tollgate.ui.view.layout.PriceDialog;
import dev.tollgate.ui.view.layout.Rights;
import java.util.List;
import java.util.stream.Collectors;

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

    boolean mayReject(Tool tool) {
        return rights.changeTools() && (tool.state() == Tool.State.QUARANTINED || tool.pendingDefinition() != null);
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

    void reject(Tool tool) {
        api.rejectTool(tool.id(), IfMatch.version(tool.version()));
        Notices.done(
                tool.pendingDefinition() == null
                        ? tool.name() + " is rejected. No agent sees it."
                        : "The change of " + tool.name()
                                + " is rejected. Agents go on seeing the approved definition.");
        changed.run();
    }

    /** As {@link #approveAll}. */
    void rejectAll(Server server) {
        List<ApproveTools.Seen> seen = waiting(server);
        Confirmation.ask(
                "Reject all " + seen.size() + " waiting tools of " + server.name() + "?",
                "Approved definitions go on; tools without one stay away from agents. The same definitions do not wait"
                        + " again.",
                "Reject all",
                () -> {
                    Server newest = api.server(server.id());
                    DecidedTools done =
                            api.rejectTools(newest.id(), IfMatch.version(newest.version()), new DecideTools(seen));
                    tell(server, "rejected", done.changed());
                    changed.run();
                });
    }

    private List<ApproveTools.Seen> waiting(Server server) {
        return Keyset.all((limit, cursor) -> api.tools(server.id(), Tool.State.QUARANTINED, null, limit, cursor))
                .stream()
                .map(ApproveTools.Seen::of)
                .toList();
    }

    /** What is approved is what waits now, while the admin looks, and not what the server says until the answer. */
    void approveAll(Server server) {
        ApproveTools seen = new ApproveTools(waiting(server));
        Confirmation.ask(
                "Approve all " + seen.tools().size() + " waiting tools of " + server.name() + "?",
                "Their definitions go to agents as the server wrote them. Read them first if you do not trust the server.",
                "Approve all",
                () -> {
                    Server newest = api.server(server.id());
                    ApprovedTools done = api.approveTools(newest.id(), IfMatch.version(newest.version()), seen);
                    tell(server, "approved", done.changed());
                    changed.run();
                });
    }

    private static void tell(Server server, String decision, List<ApprovedTools.Changed> changed) {
        if (changed.isEmpty()) {
            Notices.done("All waiting tools of " + server.name() + " are " + decision + ".");
            return;
        }
        String names = changed.stream().map(ApprovedTools.Changed::name).collect(Collectors.joining(", "));
        Notices.problem(
                "Some tools of " + server.name() + " go on waiting",
                "Their definitions changed since you looked: " + names + ". Read them, then decide again.");
    }

    boolean mayName() {
        return rights.changeTools();
    }

    void name(Tool tool) {
        new NamingDialog(api, tool, changed).open();
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
