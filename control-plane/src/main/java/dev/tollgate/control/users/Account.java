package dev.tollgate.control.users;

/**
 * Someone as the directory of their organization describes them.
 *
 * @param email in lower case
 * @param name for people
 */
public record Account(String email, String givenName, String familyName, String name) {}
