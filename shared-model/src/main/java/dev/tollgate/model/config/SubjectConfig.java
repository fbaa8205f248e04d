package dev.tollgate.model.config;

import dev.tollgate.model.id.GroupId;
import dev.tollgate.model.id.TenantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tier, customer, team, user, service or model provider, with the tool groups that are attached to it. What is attached
 * to its parent counts for it too.
 *
 * @param name what people call it; stands on events
 * @param parent what it stands under; absent if it stands alone
 */
public record SubjectConfig(
        TenantId tenant,
        SubjectRef ref,
        String name,
        @Nullable SubjectRef parent,
        List<GroupId> groups) implements ConfigResource {
    public static final int GROUPS_MAX = 100;

    public SubjectConfig {
        groups = List.copyOf(groups);
        if (groups.size() > GROUPS_MAX) {
            throw new IllegalArgumentException("at most " + GROUPS_MAX + " groups are attached to a subject");
        }
        if (parent != null && !ref.kind().mayStandUnder(parent.kind())) {
            throw new IllegalArgumentException("a " + ref.kind().text() + " cannot stand under a "
                    + parent.kind().text());
        }
    }

    @Override
    public ConfigKind kind() {
        return ConfigKind.SUBJECT;
    }

    @Override
    public String resourceId() {
        return ref.toString();
    }
}
