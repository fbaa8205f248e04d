package dev.tollgate.model.access;

import dev.tollgate.model.config.SubjectConfig;
import dev.tollgate.model.config.SubjectKind;
import dev.tollgate.model.config.SubjectRef;
import dev.tollgate.model.config.VirtualKeyConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The subjects that count for a key, nearest first: its owner and what that stands under, then its model provider. One
 * that is not published counts for nothing, nor does what it would stand under.
 */
public record SubjectChain(List<SubjectConfig> subjects) {
    public SubjectChain {
        subjects = List.copyOf(subjects);
    }

    public static SubjectChain of(VirtualKeyConfig key, Map<SubjectRef, SubjectConfig> published) {
        List<SubjectConfig> chain = new ArrayList<>(4);
        // A parent is always of another kind, nearer to the root, so this ends.
        SubjectConfig subject = published.get(key.owner());
        while (subject != null) {
            chain.add(subject);
            subject = subject.parent() == null ? null : published.get(subject.parent());
        }
        if (key.modelProvider() != null) {
            SubjectConfig provider = published.get(new SubjectRef(
                    SubjectKind.MODEL_PROVIDER, key.modelProvider().value()));
            if (provider != null) {
                chain.add(provider);
            }
        }
        return new SubjectChain(chain);
    }

    /** The one of a kind; there is at most one. */
    public Optional<SubjectConfig> of(SubjectKind kind) {
        return subjects.stream().filter(subject -> subject.ref().kind() == kind).findFirst();
    }
}
