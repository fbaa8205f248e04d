package dev.tollgate.ui.view.layout;

import dev.tollgate.model.api.Subject;
import dev.tollgate.model.config.SubjectKind;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** How subjects are spoken of. */
public final class SubjectWords {
    /** Those that keys belong to. */
    public static final Set<SubjectKind> OWNERS =
            Arrays.stream(SubjectKind.values()).filter(SubjectKind::ownsKeys).collect(Collectors.toUnmodifiableSet());

    private SubjectWords() {}

    public static String kind(SubjectKind kind) {
        return kind == SubjectKind.MODEL_PROVIDER ? "model provider" : kind.text();
    }

    public static String kinds(SubjectKind kind) {
        return kind(kind) + "s";
    }

    /** Whether people choose its id, a slug. */
    public static boolean isNamed(SubjectKind kind) {
        return kind == SubjectKind.TIER || kind == SubjectKind.MODEL_PROVIDER;
    }

    /** {@code team Alpha}. */
    public static String full(Subject subject) {
        return kind(SubjectKind.of(subject.kind())) + " " + subject.name();
    }

    /** {@code Alpha · team of Globex}, for lists to choose from. */
    public static String choice(Subject subject) {
        String parent = subject.parentName();
        return subject.name() + " · " + kind(SubjectKind.of(subject.kind())) + (parent == null ? "" : " of " + parent);
    }
}
