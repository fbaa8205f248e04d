package dev.tollgate.model.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in.
 *
 * @param tenant absent for an operator, who belongs to none
 * @param timeZone whose days the tenant's reports are by, by its IANA name; absent where there is no tenant
 */
public record Me(
        String subject,
        String username,
        List<String> roles,
        @Nullable Tenant tenant,
        @Nullable String timeZone) {}
