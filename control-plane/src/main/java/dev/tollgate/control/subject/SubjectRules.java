package dev.tollgate.control.subject;

import dev.tollgate.control.group.GroupService;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.model.api.NewSubject;
import dev.tollgate.model.config.SubjectConfig;
import dev.tollgate.model.config.SubjectKind;
import dev.tollgate.model.config.SubjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a subject as written by a client must be. */
@ApplicationScoped
class SubjectRules {
    private static final int NAME_CHARS_MAX = 100;

    private final SubjectStore store;
    private final GroupService groups;

    SubjectRules(SubjectStore store, GroupService groups) {
        this.store = store;
        this.groups = groups;
    }

    /** Answers its kind, or refuses with every field at fault. */
    SubjectKind check(NewSubject wanted) {
        FieldErrors errors = new FieldErrors();
        errors.text("name", wanted.name(), NAME_CHARS_MAX);
        @Nullable SubjectKind kind = kind(errors, wanted.kind());
        if (kind != null) {
            id(errors, kind, wanted.id());
            parent(errors, kind, wanted.parent());
        }
        @Nullable List<UUID> attached = wanted.groupIds();
        errors.listSize("groupIds", attached, SubjectConfig.GROUPS_MAX);
        if (errors.isEmpty() && attached != null) {
            groups.check(errors, "groupIds", attached);
        }
        errors.throwIfAny();
        return SubjectKind.of(wanted.kind());
    }

    private static @Nullable SubjectKind kind(FieldErrors errors, @Nullable String text) {
        errors.present("kind", text);
        try {
            return text == null ? null : SubjectKind.of(text);
        } catch (IllegalArgumentException e) {
            errors.add("kind", String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static void id(FieldErrors errors, SubjectKind kind, @Nullable String id) {
        boolean chosen = kind == SubjectKind.TIER || kind == SubjectKind.MODEL_PROVIDER;
        if (chosen) {
            errors.slug("id", id);
        } else if (id != null) {
            errors.add("id", "is not chosen for a " + kind.text());
        }
    }

    private void parent(FieldErrors errors, SubjectKind kind, @Nullable String parent) {
        if (parent == null) {
            return;
        }
        errors.check("parent", () -> {
            SubjectRef ref = SubjectRef.parse(parent);
            if (!kind.mayStandUnder(ref.kind())) {
                errors.add(
                        "parent",
                        "a " + kind.text() + " cannot stand under a "
                                + ref.kind().text());
            } else if (store.find(ref.toString())
                    .filter(row -> row.deletedAt == null)
                    .isEmpty()) {
                errors.add("parent", "there is no such " + ref.kind().text());
            }
        });
    }
}
