package dev.tollgate.model.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in.
 *
 * @param tenant absent for an operator, who belongs to none
 */
public record Me(
        String subject,
        String username,
        List<String> roles,
        @Nullable Tenant tenant) {}
