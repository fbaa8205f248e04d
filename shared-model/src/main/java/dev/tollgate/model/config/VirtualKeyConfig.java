package dev.tollgate.model.config;

import dev.tollgate.model.id.EnvironmentId;
import dev.tollgate.model.id.GroupId;
import dev.tollgate.model.id.KeyId;
import dev.tollgate.model.id.TenantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A virtual key as gateways know it: digests, never secrets. A revoked key stays published for a while, so that its
 * refusal can be told from that of a key that never was.
 *
 * @param grants patterns over {@code <server>__<tool>}; together with the groups' they say what the key may see
 * @param expiresAt the first moment at which the key is refused; absent if it does not expire
 */
public record VirtualKeyConfig(
        TenantId tenant,
        KeyId id,
        EnvironmentId environment,
        String name,
        List<KeyCredential> credentials,
        List<ToolPattern> grants,
        List<GroupId> groups,
        boolean revoked,
        @Nullable Instant expiresAt)
        implements ConfigResource {
    public static final int CREDENTIALS_MAX = 4;
    public static final int GRANTS_MAX = 200;
    public static final int GROUPS_MAX = 100;

    public VirtualKeyConfig {
        credentials = List.copyOf(credentials);
        grants = List.copyOf(grants);
        groups = List.copyOf(groups);
        atMost("credentials", credentials, CREDENTIALS_MAX);
        atMost("grants", grants, GRANTS_MAX);
        atMost("groups", groups, GROUPS_MAX);
    }

    private static void atMost(String what, List<?> list, int max) {
        if (list.size() > max) {
            throw new IllegalArgumentException("a key has at most " + max + " " + what + ", not " + list.size());
        }
    }

    @Override
    public ConfigKind kind() {
        return ConfigKind.KEY;
    }

    @Override
    public String resourceId() {
        return id.toString();
    }
}
