package dev.tollgate.control.users;

import static dev.tollgate.control.identity.Role.ADMIN;
import static dev.tollgate.control.identity.Role.AUDITOR;
import static dev.tollgate.control.identity.Role.FINANCE;
import static dev.tollgate.control.identity.Role.OWNER;
import static dev.tollgate.control.identity.Role.TOOL_ADMIN;
import static dev.tollgate.control.identity.Role.VIEWER;

import dev.tollgate.control.identity.Caller;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which roles a tenant gives to its people, and who may give them. */
final class TenantRoles {
    static final Set<String> ALL = Set.of(OWNER, ADMIN, TOOL_ADMIN, FINANCE, AUDITOR, VIEWER);

    private TenantRoles() {}

    /** Each known, and at least one. */
    static void check(FieldErrors errors, @Nullable List<String> roles) {
        if (roles == null || roles.isEmpty()) {
            errors.add("roles", "must be given");
        } else if (roles.contains(null) || !ALL.containsAll(roles)) {
            errors.add("roles", "are of " + String.join(", ", new TreeSet<>(ALL)));
        }
    }

    /** Whoever gives a password can sign in with it: an admin could else become an owner so. */
    static void mayGivePassword(Caller caller, Set<String> roles) {
        if (roles.contains(OWNER) && !caller.roles().contains(OWNER)) {
            throw new Refused(new Refusal.WrongState("An owner is given another password by owners alone."));
        }
    }

    /** An owner is made, and made less, by an owner alone: an admin could else make themselves one. */
    static void mayChange(Caller caller, Set<String> before, Set<String> after) {
        if (before.contains(OWNER) != after.contains(OWNER) && !caller.roles().contains(OWNER)) {
            throw new Refused(new Refusal.WrongState("The role owner is given and taken by owners alone."));
        }
    }
}
