package dev.tollgate.control.subject;

import dev.tollgate.control.publish.Change;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What a subject needs to know of its keys; implemented where keys are. */
public interface SubjectKeys {
    /** How many keys that are not revoked belong to each of the subjects; one without any may be missing. */
    Map<String, Long> count(Collection<String> owners);

    /** Revokes the keys that belong to a subject and answers their ids. */
    List<String> retire(String owner, String reason, Change change);

    /** Whether a key that is not revoked says that a model provider's models call with it. */
    boolean usesProvider(String slug);
}
