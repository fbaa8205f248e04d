package dev.tollgate.gateway.policy;

import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.model.access.CallApprovals;
import dev.tollgate.model.config.TenantConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.id.ToolId;
import java.util.concurrent.ConcurrentHashMap;

/** Before which tools of a revision somebody is asked: found out when a tool is first called. */
public final class AskFirst {
    private final ConcurrentHashMap<ToolId, Boolean> known = new ConcurrentHashMap<>();

    private AskFirst() {}

    public static boolean holds(TenantSnapshot snapshot, ExposedTool exposed) {
        ToolConfig tool = exposed.tool();
        TenantConfig tenant = snapshot.config();
        boolean decided = tool.callApproval() != null || tenant != null && tenant.asksBeforeDestructive();
        return decided
                && snapshot.derived(AskFirst.class, _ -> new AskFirst())
                        .known
                        .computeIfAbsent(
                                tool.id(),
                                _ -> CallApprovals.asksFirst(
                                        tool, exposed.server().name(), tenant));
    }
}
