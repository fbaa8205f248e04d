package dev.tollgate.e2e.company;

/** The rights a person can have, as the realm names them. */
public enum Role {
    OWNER("owner"),
    ADMIN("admin"),
    TOOL_ADMIN("tool-admin"),
    FINANCE("finance"),
    AUDITOR("auditor"),
    VIEWER("viewer");

    private final String realmName;

    Role(String realmName) {
        this.realmName = realmName;
    }

    public String realmName() {
        return realmName;
    }
}
