package dev.tollgate.control.identity;

import java.util.Set;

/** The realm's roles, as they stand in {@code realm_access.roles}. */
public final class Role {
    public static final String OWNER = "owner";
    public static final String ADMIN = "admin";
    public static final String TOOL_ADMIN = "tool-admin";
    public static final String FINANCE = "finance";
    public static final String AUDITOR = "auditor";
    public static final String VIEWER = "viewer";
    /** Runs the installation, belongs to no tenant and sees no tenant's content. */
    public static final String OPERATOR = "operator";

    public static final Set<String> ALL = Set.of(OWNER, ADMIN, TOOL_ADMIN, FINANCE, AUDITOR, VIEWER, OPERATOR);

    private Role() {}
}
