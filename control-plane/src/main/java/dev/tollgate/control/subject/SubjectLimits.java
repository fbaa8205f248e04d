package dev.tollgate.control.subject;

import dev.tollgate.control.publish.Change;

/** The limits of subjects and their keys; implemented where limits are. */
public interface SubjectLimits {
    /**
     * Deletes all of something that goes.
     *
     * @param subject as limits name it, such as {@code team:<uuid>} or {@code key:<id>}
     */
    void forget(String subject, Change change);
}
