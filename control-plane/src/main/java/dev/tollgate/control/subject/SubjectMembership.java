package dev.tollgate.control.subject;

/** What a subject of kind user needs to know of who signs in as it; implemented where people are. */
public interface SubjectMembership {
    /** Ends the membership of whoever signs in as this user, if anyone does. */
    void end(String user);
}
