package dev.tollgate.model.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Someone who signs in for the tenant.
 *
 * @param id the identity provider's
 * @param subject the subject that keys of theirs belong to, as {@code user:<uuid>}; absent for a member who was not invited
 *     here
 */
public record User(
        String id,
        String email,
        String name,
        List<String> roles,
        @Nullable String subject,
        boolean enabled,
        long version) {}
