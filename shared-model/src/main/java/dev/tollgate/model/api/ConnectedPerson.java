package dev.tollgate.model.api;

/**
 * That somebody is connected to a server, for its admins; never a token.
 *
 * @param user the identity provider's id
 * @param userName as their subject is called; the id of somebody who is none
 * @param clients how many may use the connection
 */
public record ConnectedPerson(String user, String userName, AccessTokenStatus token, int clients) {}
