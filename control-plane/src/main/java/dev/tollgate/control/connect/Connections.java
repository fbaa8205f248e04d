package dev.tollgate.control.connect;

import dev.tollgate.control.consent.AllowedClients;
import dev.tollgate.control.credential.CredentialTokens;
import dev.tollgate.control.credential.HeadersOfPeople;
import dev.tollgate.control.credential.OauthCredentials;
import dev.tollgate.control.identity.Caller;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.revoke.Revocations;
import dev.tollgate.control.server.ServerService;
import dev.tollgate.control.web.Cursor;
import dev.tollgate.control.web.PageRequest;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.ConnectedPerson;
import dev.tollgate.model.api.Connection;
import dev.tollgate.model.api.ConnectionClient;
import dev.tollgate.model.api.Disconnected;
import dev.tollgate.model.api.Disconnected.AtProvider;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.ServerCredential.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Connections that there are: seen, renewed, ended, and lent to clients. Ending never waits for a provider's consent. */
@ApplicationScoped
class Connections {
    private final OauthCredentials credentials;
    private final CredentialTokens tokens;
    private final HeadersOfPeople headers;
    private final AllowedClients clients;
    private final Revocations revocations;
    private final ServerService servers;
    private final ConnectionViews views;
    private final Changes changes;
    private final Caller caller;

    Connections(
            OauthCredentials credentials,
            CredentialTokens tokens,
            HeadersOfPeople headers,
            AllowedClients clients,
            Revocations revocations,
            ServerService servers,
            ConnectionViews views,
            Changes changes,
            Caller caller) {
        this.credentials = credentials;
        this.tokens = tokens;
        this.headers = headers;
        this.clients = clients;
        this.revocations = revocations;
        this.servers = servers;
        this.views = views;
        this.changes = changes;
        this.caller = caller;
    }

    /** Servers that want a connection of each person, and the caller's; none for who is no person. */
    @Transactional
    Page<Connection> ofCaller(PageRequest page) {
        Optional<UUID> person = People.id(caller.subject());
        List<UUID> found = person.isEmpty() ? List.of() : credentials.ofEachPerson(after(page), page.limit() + 1);
        return page.page(
                found, server -> views.own(server, person.orElseThrow()), server -> new Cursor("", server.toString()));
    }

    @Transactional
    Connection ofCaller(UUID server) {
        refuseUnlessOfEachPerson(server);
        return views.own(server, People.id(caller));
    }

    /** Who is connected to a server, for its admins. */
    @Transactional
    Page<ConnectedPerson> of(UUID server, PageRequest page) {
        refuseUnlessThere(server);
        List<UUID> found = asksForHeaders(server)
                ? headers.people(server, after(page), page.limit() + 1)
                : credentials.connected(server, after(page), page.limit() + 1);
        return page.page(found, person -> views.somebodys(server, person), person -> new Cursor("", person.toString()));
    }

    /** The caller's own. */
    Disconnected endOwn(UUID server) {
        refuseUnlessOfEachPerson(server);
        return end(server, People.id(caller));
    }

    /** Somebody's, by an admin. */
    Disconnected end(UUID server, @Nullable String user) {
        return end(
                server,
                People.id(user == null ? "" : user).orElseThrow(() -> Refused.invalid("user", "is a user's id")));
    }

    Disconnected endTenants(UUID server) {
        return end(server, CredentialTokens.TENANT);
    }

    private Disconnected end(UUID server, UUID person) {
        Optional<UUID> revocation = changes.make(change -> {
            refuseUnlessThere(server);
            boolean hasToken = tokens.status(server, person).isPresent();
            boolean hadHeaders = headers.end(server, person, change);
            if (!hasToken && !hadHeaders) {
                throw new Refused(new Refusal.WrongState("There is no connection to end."));
            }
            clients.forget(server, person);
            return credentials.disconnect(server, person, change);
        });
        return new Disconnected(revocation.map(this::told).orElse(AtProvider.NOT_TOLD));
    }

    private AtProvider told(UUID revocation) {
        return switch (revocations.tell(revocation)) {
            case REVOKED -> AtProvider.REVOKED;
            case NOT_TAKEN -> AtProvider.TAKES_NONE;
            case WAITING -> AtProvider.TOLD_LATER;
        };
    }

    void renewOwn(UUID server) {
        UUID person = People.id(caller);
        changes.make(change -> {
            refuseUnlessOfEachPerson(server);
            tokens.renew(server, person);
            return change;
        });
    }

    Connection allow(UUID server, ConnectionClient wanted) {
        String client = AllowedClients.checked(wanted.client());
        UUID person = People.id(caller);
        return changes.make(change -> {
            refuseUnlessOfEachPerson(server);
            if (!asksForHeaders(server) && tokens.status(server, person).isEmpty()) {
                throw new Refused(new Refusal.WrongState("Connect to the server first."));
            }
            clients.allow(server, person, client);
            tokens.changed(server, person, change);
            return views.own(server, person);
        });
    }

    Connection takeBack(UUID server, ConnectionClient wanted) {
        String client = AllowedClients.checked(wanted.client());
        UUID person = People.id(caller);
        return changes.make(change -> {
            refuseUnlessOfEachPerson(server);
            if (!clients.takeBack(server, person, client)) {
                throw Refused.notFound();
            }
            tokens.changed(server, person, change);
            return views.own(server, person);
        });
    }

    private boolean asksForHeaders(UUID server) {
        return credentials
                .ofEachPerson(server)
                .filter(Kind.PERSON_HEADERS::equals)
                .isPresent();
    }

    private void refuseUnlessThere(UUID server) {
        if (servers.find(server).isEmpty()) {
            throw Refused.notFound();
        }
    }

    private void refuseUnlessOfEachPerson(UUID server) {
        refuseUnlessThere(server);
        if (credentials.ofEachPerson(server).isEmpty()) {
            throw new Refused(new Refusal.WrongState("The server wants no connection of each person."));
        }
    }

    private static @Nullable UUID after(PageRequest page) {
        try {
            return page.after().map(cursor -> UUID.fromString(cursor.id())).orElse(null);
        } catch (IllegalArgumentException e) {
            throw Cursor.malformed(e);
        }
    }
}
