package dev.tollgate.model.api;

import dev.tollgate.model.config.ContentLogging;
import dev.tollgate.model.config.ToolMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A virtual key as written by a client.
 *
 * @param grants globs over server__tool, each perhaps with a condition; absent means none of its own
 * @param groupIds tool groups attached to it; absent means none
 * @param expiresAt absent means never
 * @param owner the customer, team, user or service that it belongs to, as {@code team:<uuid>}; absent means the service
 *     {@code default}
 * @param modelProvider whose models call with it, by slug; absent if it is not said
 * @param sources networks that it is accepted from, as {@code 10.0.0.0/8}; absent or empty means from anywhere
 * @param contentLogging absent means as the environment
 * @param labels for people and programs to find it by; absent means none
 * @param rotation absent for secrets that end only when another takes their place
 * @param toolMode how all its tools are shown; absent for what its groups, the servers and the settings say
 */
public record NewKey(
        String name,
        UUID environmentId,
        @Nullable List<ToolGrant> grants,
        @Nullable List<UUID> groupIds,
        @Nullable Instant expiresAt,
        @Nullable String owner,
        @Nullable String modelProvider,
        @Nullable List<String> sources,
        @Nullable ContentLogging contentLogging,
        @Nullable Map<String, String> labels,
        @Nullable KeyRotation rotation,
        @Nullable ToolMode toolMode) {
    /** A key that does not say how its tools are shown. */
    public NewKey(
            String name,
            UUID environmentId,
            @Nullable List<ToolGrant> grants,
            @Nullable List<UUID> groupIds,
            @Nullable Instant expiresAt,
            @Nullable String owner,
            @Nullable String modelProvider,
            @Nullable List<String> sources,
            @Nullable ContentLogging contentLogging,
            @Nullable Map<String, String> labels,
            @Nullable KeyRotation rotation) {
        this(
                name,
                environmentId,
                grants,
                groupIds,
                expiresAt,
                owner,
                modelProvider,
                sources,
                contentLogging,
                labels,
                rotation,
                null);
    }

    /** A key of the service {@code default}, accepted from anywhere. */
    public static NewKey simple(
            String name,
            UUID environmentId,
            @Nullable List<String> patterns,
            @Nullable List<UUID> groupIds,
            @Nullable Instant expiresAt) {
        @Nullable
        List<ToolGrant> grants =
                patterns == null ? null : patterns.stream().map(ToolGrant::of).toList();
        return new NewKey(name, environmentId, grants, groupIds, expiresAt, null, null, null, null, null, null);
    }

    /** The same with automatic rotation. */
    public NewKey rotating(KeyRotation every) {
        return new NewKey(
                name,
                environmentId,
                grants,
                groupIds,
                expiresAt,
                owner,
                modelProvider,
                sources,
                contentLogging,
                labels,
                every,
                toolMode);
    }
}
