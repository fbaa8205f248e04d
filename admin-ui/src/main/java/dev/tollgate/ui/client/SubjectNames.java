package dev.tollgate.ui.client;

import dev.tollgate.model.api.Subject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Looks subjects up once each, for a page that speaks of a few of them many times. */
public final class SubjectNames {
    /** Past this many a page names them by their ref. */
    private static final int LOOKED_UP_MAX = 50;

    private final TollgateApi api;
    private final Map<String, Subject> known = new HashMap<>();

    public SubjectNames(TollgateApi api) {
        this.api = api;
    }

    /** Empty past the bound. */
    public Optional<Subject> of(String ref) {
        Subject subject = known.get(ref);
        if (subject == null && known.size() < LOOKED_UP_MAX) {
            subject = api.subject(ref);
            known.put(ref, subject);
        }
        return Optional.ofNullable(subject);
    }
}
