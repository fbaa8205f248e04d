package dev.tollgate.model.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Someone who shall sign in for the tenant.
 *
 * @param roles at least one of owner, admin, tool-admin, finance, auditor, viewer
 * @param team that they stand in, as {@code team:<uuid>}
 */
public record InviteUser(
        String email,
        String name,
        List<String> roles,
        @Nullable String team) {}
