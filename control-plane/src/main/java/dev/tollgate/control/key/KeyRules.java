package dev.tollgate.control.key;

import dev.tollgate.control.environment.EnvironmentService;
import dev.tollgate.control.group.GroupService;
import dev.tollgate.control.group.Patterns;
import dev.tollgate.control.subject.SubjectService;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.model.api.NewKey;
import dev.tollgate.model.config.SubjectKind;
import dev.tollgate.model.config.SubjectRef;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.net.Cidr;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a key as written by a client must be. */
@ApplicationScoped
class KeyRules {
    private static final int NAME_CHARS_MAX = 100;
    private static final int LABELS_MAX = 32;
    private static final int LABEL_CHARS_MAX = 200;
    /** Without a colon, which parts name and value where keys are looked for. */
    private static final Pattern LABEL_NAME = Pattern.compile("[A-Za-z0-9._/-]{1,63}");

    private final EnvironmentService environments;
    private final GroupService groups;
    private final SubjectService subjects;

    KeyRules(EnvironmentService environments, GroupService groups, SubjectService subjects) {
        this.environments = environments;
        this.groups = groups;
        this.subjects = subjects;
    }

    /**
     * To be called within the change, so that what is named is still there when the key is written.
     *
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
        if (errors.isEmpty() && wanted.groupIds() != null) {
            groups.check(errors, "groupIds", wanted.groupIds());
        }
        checkOwner(errors, wanted.owner());
        checkProvider(errors, wanted.modelProvider());
        errors.each(
                "sources",
                wanted.sources(),
                VirtualKeyConfig.SOURCES_MAX,
                (at, source) -> errors.check(at, () -> Cidr.of(source)));
        checkLabels(errors, wanted.labels());
        Rotation.check(errors, wanted.rotation());
        Instant expiresAt = wanted.expiresAt();
        if (expiresAt != null && !expiresAt.equals(known) && !expiresAt.isAfter(now)) {
            errors.add("expiresAt", "lies in the future");
        }
        errors.throwIfAny();
    }

    private void checkOwner(FieldErrors errors, @Nullable String owner) {
        if (owner == null) {
            return;
        }
        errors.check("owner", () -> {
            SubjectRef ref = SubjectRef.parse(owner);
            if (!ref.kind().ownsKeys()) {
                errors.add("owner", "a key belongs to a customer, team, user or service");
            } else if (!subjects.exists(ref)) {
                errors.add("owner", "there is no such " + ref.kind().text());
            }
        });
    }

    private void checkProvider(FieldErrors errors, @Nullable String provider) {
        if (provider == null) {
            return;
        }
        errors.check("modelProvider", () -> {
            SubjectRef ref = new SubjectRef(SubjectKind.MODEL_PROVIDER, new Slug(provider).value());
            if (!subjects.exists(ref)) {
                errors.add("modelProvider", "there is no such model provider");
            }
        });
    }

    private static void checkLabels(FieldErrors errors, @Nullable Map<String, String> labels) {
        if (labels == null) {
            return;
        }
        if (labels.size() > LABELS_MAX) {
            errors.add("labels", "has at most " + LABELS_MAX + " entries");
            return;
        }
        labels.forEach((name, value) -> {
            if (!LABEL_NAME.matcher(name).matches()) {
                errors.add("labels", "a label's name is 1 to 63 characters of A-Z, a-z, 0-9, ., _, / and -");
            } else {
                errors.text("labels." + name, value, LABEL_CHARS_MAX);
            }
        });
    }
}
