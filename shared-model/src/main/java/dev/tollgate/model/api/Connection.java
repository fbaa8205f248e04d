package dev.tollgate.model.api;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A server that wants an account of each person, and how the asker's connection to it does; never a token, and never a header's value.
 *
 * @param kind what it wants of each person: one of the kinds {@code PERSON_…}
 * @param issuer of the provider; absent while nobody was sent there and none is given
 * @param scopes that are asked for, as far as that is known
 * @param token absent while the person is not connected
 * @param headers that the server asks each person for, and since when the asker has given each; empty if it asks for none
 * @param clients that may use the connection
 */
public record Connection(
        UUID server,
        String serverName,
        ServerCredential.Kind kind,
        @Nullable URI issuer,
        List<String> scopes,
        @Nullable AccessTokenStatus token,
        List<PersonHeaders.Header> headers,
        List<Client> clients) {
    public Connection {
        scopes = List.copyOf(scopes);
        headers = List.copyOf(headers);
        clients = List.copyOf(clients);
    }

    /**
     * A client that may use a connection.
     *
     * @param client an OAuth client's id, or for a virtual key its id
     */
    public record Client(String client, Instant since) {}
}
