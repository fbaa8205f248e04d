package dev.tollgate.control.key;

import dev.tollgate.control.environment.EnvironmentService;
import dev.tollgate.control.group.GroupService;
import dev.tollgate.control.group.Patterns;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.model.api.NewKey;
import dev.tollgate.model.config.VirtualKeyConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a key as written by a client must be. */
@ApplicationScoped
class KeyRules {
    private static final int NAME_CHARS_MAX = 100;

    private final EnvironmentService environments;
    private final GroupService groups;

    KeyRules(EnvironmentService environments, GroupService groups) {
        this.environments = environments;
        this.groups = groups;
    }

    /**
     * @param known the expiry that the key has already, which may lie in the past and stay
     */
    void check(NewKey wanted, @Nullable Instant known, Instant now) {
        FieldErrors errors = new FieldErrors();
        errors.text("name", wanted.name(), NAME_CHARS_MAX);
        errors.present("environmentId", wanted.environmentId());
        if (wanted.environmentId() != null
                && environments.find(wanted.environmentId()).isEmpty()) {
            errors.add("environmentId", "there is no such environment");
        }
        Patterns.check(errors, "grants", wanted.grants(), VirtualKeyConfig.GRANTS_MAX);
        errors.listSize("groupIds", wanted.groupIds(), VirtualKeyConfig.GROUPS_MAX);
        if (errors.isEmpty()) {
            checkGroups(errors, wanted.groupIds() == null ? List.of() : wanted.groupIds());
        }
        Instant expiresAt = wanted.expiresAt();
        if (expiresAt != null && !expiresAt.equals(known) && !expiresAt.isAfter(now)) {
            errors.add("expiresAt", "lies in the future");
        }
        errors.throwIfAny();
    }

    private void checkGroups(FieldErrors errors, List<UUID> wanted) {
        Set<UUID> there = groups.existing(wanted);
        for (int i = 0; i < wanted.size(); i++) {
            if (!there.contains(wanted.get(i))) {
                errors.add("groupIds[" + i + "]", "there is no such tool group");
            }
        }
    }
}
