package dev.tollgate.gateway.policy;

import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.model.config.ToolGroupConfig;
import dev.tollgate.model.id.GroupId;
import dev.tollgate.model.id.Slug;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A snapshot's tool groups by their names, worked out when a request first names one. */
final class GroupNames {
    private final Map<Slug, GroupId> byName;

    private GroupNames(TenantSnapshot snapshot) {
        byName = HashMap.newHashMap(snapshot.groups().size());
        for (ToolGroupConfig group : snapshot.groups().values()) {
            byName.put(group.name(), group.id());
        }
    }

    static GroupNames of(TenantSnapshot snapshot) {
        return snapshot.derived(GroupNames.class, GroupNames::new);
    }

    @Nullable
    GroupId find(Slug name) {
        return byName.get(name);
    }
}
