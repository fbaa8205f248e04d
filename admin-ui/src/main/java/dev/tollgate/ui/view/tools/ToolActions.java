package dev.tollgate.ui.view.tools;

import dev.tollgate.model.api.ApproveTools;
import dev.tollgate.model.api.ApprovedTools;
import dev.tollgate.model.api.DecideTools;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.Tool;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.Keyset;
import dev.tollgate.ui.client.Lookup;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Confirmation;
import dev.tollgate.ui.view.layout.Notices;
import dev.tollgate.ui.view.layout.Rights;
import dev.tollgate.ui.view.prices.PriceDialog;
import java.util.List;
import java.util.UUID;
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

    void approveAll(Server server) {
        decideAll(
                server,
                new Decision(
                        "Approve",
                        "approved",
                        "Their definitions go to agents as the server wrote them. Read them first if you do not trust the"
                                + " server.",
                        (id, ifMatch, seen) -> api.approveTools(id, ifMatch, new ApproveTools(seen))
                                .changed()));
    }

    void rejectAll(Server server) {
        decideAll(
                server,
                new Decision(
                        "Reject",
                        "rejected",
                        "Approved definitions go on; tools without one stay away from agents. The same definitions do not"
                                + " wait again.",
                        (id, ifMatch, seen) -> api.rejectTools(id, ifMatch, new DecideTools(seen))
                                .changed()));
    }

    void retireAll(Server server) {
        decideAll(
                server,
                new Decision(
                        "Retire",
                        "retired",
                        "No agent sees them any more, not even those with an approved definition. Each can be approved"
                                + " again later.",
                        (id, ifMatch, seen) -> api.retireTools(id, ifMatch, new DecideTools(seen))
                                .changed()));
    }

    /** What is decided on is what waits now, while the admin looks, and not what the server says until the answer. */
    private void decideAll(Server server, Decision decision) {
        List<ApproveTools.Seen> seen = waiting(server);
        String which = seen.size() == 1 ? "the one waiting tool" : "all " + seen.size() + " waiting tools";
        Confirmation.ask(
                decision.verb() + " " + which + " of " + server.name() + "?",
                decision.consequence(),
                decision.verb() + (seen.size() == 1 ? "" : " all"),
                () -> {
                    Server newest = api.server(server.id());
                    tell(
                            server,
                            decision.done(),
                            decision.call().send(newest.id(), IfMatch.version(newest.version()), seen));
                    changed.run();
                });
    }

    private List<ApproveTools.Seen> waiting(Server server) {
        return Keyset.all((limit, cursor) -> api.tools(server.id(), Tool.State.QUARANTINED, null, limit, cursor))
                .stream()
                .map(ApproveTools.Seen::of)
                .toList();
    }

    /**
     * What is decided on many tools at once.
     *
     * @param call sends it, and answers what goes on waiting because it changed
     */
    private record Decision(String verb, String done, String consequence, Call call) {}

    private interface Call {
        List<ApprovedTools.Changed> send(UUID server, String ifMatch, List<ApproveTools.Seen> seen);
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
        new PriceDialog(api, subject, lookup.ownPriceOn(tool.serverId(), tool.name()), changed).open();
    }
}
