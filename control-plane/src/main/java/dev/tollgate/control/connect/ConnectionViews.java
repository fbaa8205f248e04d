package dev.tollgate.control.connect;

import dev.tollgate.control.consent.AllowedClients;
import dev.tollgate.control.credential.CredentialTokens;
import dev.tollgate.control.credential.HeadersOfPeople;
import dev.tollgate.control.credential.OauthCredentials;
import dev.tollgate.control.server.ServerService;
import dev.tollgate.control.subject.SubjectService;
import dev.tollgate.control.users.PublishedPeople;
import dev.tollgate.model.api.ConnectedPerson;
import dev.tollgate.model.api.Connection;
import dev.tollgate.model.api.OauthCredential;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Connections as whoever has them, and as a server's admins, are shown them; nothing secret is among it. */
@ApplicationScoped
class ConnectionViews {
    private final OauthCredentials credentials;
    private final CredentialTokens tokens;
    private final HeadersOfPeople headers;
    private final AllowedClients clients;
    private final ServerService servers;
    private final PublishedPeople people;
    private final SubjectService subjects;

    ConnectionViews(
            OauthCredentials credentials,
            CredentialTokens tokens,
            HeadersOfPeople headers,
            AllowedClients clients,
            ServerService servers,
            PublishedPeople people,
            SubjectService subjects) {
        this.credentials = credentials;
        this.tokens = tokens;
        this.headers = headers;
        this.clients = clients;
        this.servers = servers;
        this.people = people;
        this.subjects = subjects;
    }

    /** A person's own, to a server that wants one of each. */
    Connection own(UUID server, UUID person) {
        @Nullable OauthCredential known = credentials.find(server).orElse(null);
        OauthCredential.@Nullable Found found = known == null ? null : known.found();
        @Nullable URI issuer = found != null ? found.issuer() : known == null ? null : known.issuer();
        return new Connection(
                server,
                servers.get(server).name(),
                credentials.ofEachPerson(server).orElseThrow(),
                issuer,
                found != null ? found.scopes() : known == null ? List.of() : known.scopes(),
                tokens.status(server, person).orElse(null),
                headers.of(server, person),
                clients.of(server, person).stream()
                        .map(one -> new Connection.Client(one.client(), one.since()))
                        .toList());
    }

    /** Somebody's, for an admin. */
    ConnectedPerson somebodys(UUID server, UUID person) {
        return new ConnectedPerson(
                person.toString(),
                name(person.toString()),
                tokens.status(server, person).orElse(null),
                headers.of(server, person),
                clients.of(server, person).size());
    }

    private String name(String user) {
        return people.find(user)
                .map(known -> known.subject().toString())
                .map(subject -> subjects.names(List.of(subject)).getOrDefault(subject, subject))
                .orElse(user);
    }
}
