package dev.tollgate.control.users;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * The people of organizations at the identity provider. Each method throws {@link dev.tollgate.control.web.Refused} if it
 * is away, and may then be tried again.
 */
interface Members {
    /**
     * In the order of their names for signing in.
     *
     * @param search a part of the name or the address; empty for everyone
     */
    List<Member> list(String organization, String search, int first, int max);

    /** Someone of this organization; nobody else is found. */
    Optional<Member> find(String organization, String id);

    /**
     * Makes someone a member, with these roles and a password for the first sign-in; all or nothing. Someone who is a
     * member already is answered as they are. Refused if the account belongs to anyone else.
     *
     * @param email in lower case
     */
    Invited invite(String organization, String email, String name, SortedSet<String> roles);

    /** Whether they come through an identity provider of their own, and have no password here. */
    boolean signsInElsewhere(String id);

    /** Another password for the next sign-in, in place of any. It ends the sessions that the old one began. */
    String resetPassword(String id);

    void changeRoles(String id, Set<String> give, Set<String> take);

    /** Ends a membership, and with it the account; does nothing for someone who is no member. */
    void remove(String organization, String id);
}
