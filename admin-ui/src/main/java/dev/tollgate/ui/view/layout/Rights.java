package dev.tollgate.ui.view.layout;

import dev.tollgate.model.api.Me;
import java.time.ZoneId;
import java.util.Arrays;

/**
 * What a person may do, so that the console offers nothing that would be refused. The control plane decides; this only
 * hides what it would not allow.
 */
public record Rights(Me me) {
    /** Servers, tools and groups. */
    public boolean changeTools() {
        return any(Roles.OWNER, Roles.ADMIN, Roles.TOOL_ADMIN);
    }

    public boolean changeKeys() {
        return any(Roles.OWNER, Roles.ADMIN);
    }

    public boolean changeSubjects() {
        return any(Roles.OWNER, Roles.ADMIN);
    }

    public boolean changeEnvironments() {
        return any(Roles.OWNER, Roles.ADMIN);
    }

    public boolean changeSettings() {
        return any(Roles.OWNER, Roles.ADMIN);
    }

    public boolean changePeople() {
        return any(Roles.OWNER, Roles.ADMIN);
    }

    /** Who else is an owner, and where the tenant's people sign in. */
    public boolean isOwner() {
        return any(Roles.OWNER);
    }

    /** And models, limits, and where alerts go. */
    public boolean changePrices() {
        return any(Roles.OWNER, Roles.ADMIN, Roles.FINANCE);
    }

    /** All prices in one file. */
    public boolean seePriceSheet() {
        return any(Roles.OWNER, Roles.ADMIN, Roles.FINANCE, Roles.AUDITOR);
    }

    /** Limits, and how much of them is used. */
    public boolean seeLimits() {
        return any(Roles.OWNER, Roles.ADMIN, Roles.FINANCE, Roles.AUDITOR, Roles.VIEWER);
    }

    /** What was raised, and where it went. */
    public boolean seeAlerts() {
        return any(Roles.OWNER, Roles.ADMIN, Roles.FINANCE, Roles.AUDITOR);
    }

    public boolean seeCalls() {
        return any(Roles.OWNER, Roles.ADMIN, Roles.FINANCE, Roles.AUDITOR, Roles.VIEWER);
    }

    public boolean seeSpend() {
        return any(Roles.OWNER, Roles.ADMIN, Roles.FINANCE, Roles.VIEWER);
    }

    /** What tools cost where no tenant says otherwise. */
    public boolean changeCatalogue() {
        return any(Roles.OPERATOR);
    }

    /** Whether there is a tenant whose pages can be shown; an operator has none. */
    public boolean hasTenant() {
        return me.tenant() != null;
    }

    /** Whose days reports are by where no other zone is asked for. */
    public ZoneId zone() {
        String zone = me.timeZone();
        return zone == null ? ZoneId.of("UTC") : ZoneId.of(zone);
    }

    private boolean any(String... roles) {
        return Arrays.stream(roles).anyMatch(me.roles()::contains);
    }
}
