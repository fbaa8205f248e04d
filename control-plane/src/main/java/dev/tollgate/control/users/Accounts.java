package dev.tollgate.control.users;

/**
 * Accounts that a directory looks after, at the identity provider. Each method throws
 * {@link dev.tollgate.control.web.Refused} if it is away, and may then be tried again.
 */
interface Accounts {
    /**
     * Makes someone a member, without roles and without a password. Someone who is a member already is answered as they
     * are. Refused if the account belongs to anyone else.
     */
    Taken take(String organization, Account account);

    /** Gives an account another name and address. Refused if someone else has the address. */
    void describe(String id, Account account);

    /** Lets someone sign in, or ends their sessions and lets them no more. */
    void allow(String id, boolean enabled);

    /** Whether anything was made for them. */
    record Taken(Member member, boolean isNew) {}
}
