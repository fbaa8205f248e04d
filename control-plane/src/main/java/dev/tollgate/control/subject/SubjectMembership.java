package dev.tollgate.control.subject;

import dev.tollgate.control.publish.Change;

/** What a subject of kind user needs to know of who signs in as it; implemented where people are. */
public interface SubjectMembership {
    /**
     * Ends the membership of whoever signs in as this user, if anyone does. It waits for the identity provider, and is
     * called without a transaction; ending it again does nothing.
     */
    void end(String user);

    /** Forgets who signed in as this user, here and at gateways; in the change that deletes it. */
    void forget(String user, Change change);
}
