package dev.tollgate.model.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That somebody is connected to a server, for its admins; never a token, and never a header's value.
 *
 * @param user the identity provider's id
 * @param userName as their subject is called; the id of somebody who is none
 * @param token absent of somebody who has given headers of their own
 * @param headers that the server asks each person for, and since when this one has given each; empty if it asks for none
 * @param clients how many may use the connection
 */
public record ConnectedPerson(
        String user,
        String userName,
        @Nullable AccessTokenStatus token,
        List<PersonHeaders.Header> headers,
        int clients) {
    public ConnectedPerson {
        headers = List.copyOf(headers);
    }
}
