package dev.tollgate.ui.view.layout;

/** The realm's roles, as access tokens carry them. */
public final class Roles {
    public static final String OWNER = "owner";
    public static final String ADMIN = "admin";
    public static final String TOOL_ADMIN = "tool-admin";
    public static final String FINANCE = "finance";
    public static final String AUDITOR = "auditor";
    public static final String VIEWER = "viewer";
    public static final String OPERATOR = "operator";

    private Roles() {}
}
