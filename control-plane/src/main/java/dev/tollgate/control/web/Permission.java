package dev.tollgate.control.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ResourceInfo;
import org.jspecify.annotations.Nullable;

/** Says which roles an operation asks for, so that a refused person knows whom to ask. */
final class Permission {
    private Permission() {}

    static String needed(ResourceInfo resource) {
        @Nullable RolesAllowed allowed = resource.getResourceMethod().getAnnotation(RolesAllowed.class);
        if (allowed == null) {
            allowed = resource.getResourceClass().getAnnotation(RolesAllowed.class);
        }
        return allowed == null
                ? "Your roles do not allow this."
                : "Your roles do not allow this. It takes one of: " + String.join(", ", allowed.value()) + ".";
    }
}
