package dev.tollgate.model.config;

import dev.tollgate.model.id.EnvironmentId;
import dev.tollgate.model.id.GroupId;
import dev.tollgate.model.id.KeyId;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.net.Cidr;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A virtual key as gateways know it: digests, never secrets. A revoked key stays published for a while, so that its
 * refusal can be told from that of a key that never was.
 *
 * @param grants patterns over {@code <server>__<tool>}; together with the groups' they say what the key may see
 * @param owner whom it was issued to
 * @param modelProvider whose models call with it; what is attached to that provider counts for the key
 * @param sources networks that it is accepted from; empty if from anywhere
 * @param expiresAt the first moment at which the key is refused; absent if it does not expire
 * @param toolMode how all its tools are shown; absent if it does not say
 */
public record VirtualKeyConfig(
        TenantId tenant,
        KeyId id,
        EnvironmentId environment,
        String name,
        List<KeyCredential> credentials,
        List<Grant> grants,
        List<GroupId> groups,
        SubjectRef owner,
        @Nullable Slug modelProvider,
        List<Cidr> sources,
        ContentLogging contentLogging,
        boolean revoked,
        @Nullable Instant expiresAt,
        @Nullable ToolMode toolMode)
        implements ConfigResource {
    public static final int CREDENTIALS_MAX = 4;
    public static final int GRANTS_MAX = 200;
    public static final int GROUPS_MAX = 100;
    public static final int SOURCES_MAX = 100;

    public VirtualKeyConfig {
        credentials = List.copyOf(credentials);
        grants = List.copyOf(grants);
        groups = List.copyOf(groups);
        sources = List.copyOf(sources);
        atMost("credentials", credentials, CREDENTIALS_MAX);
        atMost("grants", grants, GRANTS_MAX);
        atMost("groups", groups, GROUPS_MAX);
        atMost("sources", sources, SOURCES_MAX);
        if (!owner.kind().ownsKeys()) {
            throw new IllegalArgumentException("a key belongs to a customer, team, user or service, not to " + owner);
        }
    }

    /** A key that does not say how its tools are shown. */
    public VirtualKeyConfig(
            TenantId tenant,
            KeyId id,
            EnvironmentId environment,
            String name,
            List<KeyCredential> credentials,
            List<Grant> grants,
            List<GroupId> groups,
            SubjectRef owner,
            @Nullable Slug modelProvider,
            List<Cidr> sources,
            ContentLogging contentLogging,
            boolean revoked,
            @Nullable Instant expiresAt) {
        this(
                tenant,
                id,
                environment,
                name,
                credentials,
                grants,
                groups,
                owner,
                modelProvider,
                sources,
                contentLogging,
                revoked,
                expiresAt,
                null);
    }

    /** Whether it is accepted from an address. */
    public boolean admits(InetAddress source) {
        return sources.isEmpty() || sources.stream().anyMatch(network -> network.contains(source));
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
