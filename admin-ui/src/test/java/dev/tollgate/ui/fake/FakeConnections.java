package dev.tollgate.ui.fake;

import dev.tollgate.model.api.AccessTokenStatus;
import dev.tollgate.model.api.ConnectedPerson;
import dev.tollgate.model.api.Connection;
import dev.tollgate.model.api.ConnectionClient;
import dev.tollgate.model.api.ConnectionDeparture;
import dev.tollgate.model.api.ConnectionMade;
import dev.tollgate.model.api.ConnectionReturn;
import dev.tollgate.model.api.Disconnected;
import dev.tollgate.model.api.NewDeparture;
import dev.tollgate.model.api.NewOauthCredential;
import dev.tollgate.model.api.NewPersonHeaders;
import dev.tollgate.model.api.OauthCredential;
import dev.tollgate.model.api.OauthPreview;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.PersonHeaders;
import dev.tollgate.model.api.RevokeConnection;
import dev.tollgate.ui.client.TollgateApi;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Connections in memory. Whoever returns with the binding that was answered is connected. */
interface FakeConnections extends TollgateApi {
    String BINDING = "binding-of-the-session";
    URI PROVIDER = URI.create("https://login.example");
    AccessTokenStatus VALID = new AccessTokenStatus(
            AccessTokenStatus.State.VALID,
            Demo.NOW,
            null,
            List.of("tools.read"),
            List.of(),
            Demo.NOW,
            Demo.NOW,
            Demo.NOW);

    FakeContent content();

    @Override
    default Page<Connection> connections(int limit, @Nullable String cursor) {
        return content().page(content().connections, limit, cursor);
    }

    @Override
    default Connection connection(UUID server) {
        return content().answer(FakeContent.one(content().connections, Connection::server, server));
    }

    private Connection put(Connection old, @Nullable AccessTokenStatus token, List<Connection.Client> clients) {
        return put(old, token, old.headers(), clients);
    }

    private Connection put(
            Connection old,
            @Nullable AccessTokenStatus token,
            List<PersonHeaders.Header> headers,
            List<Connection.Client> clients) {
        Connection made = new Connection(
                old.server(), old.serverName(), old.kind(), old.issuer(), old.scopes(), token, headers, clients);
        return content().swap(content().connections, old, made);
    }

    @Override
    default Disconnected disconnect(UUID server) {
        Connection old = connection(server);
        content().log.add("disconnect");
        List<PersonHeaders.Header> asked = old.headers().stream()
                .map(header -> new PersonHeaders.Header(header.name(), null))
                .toList();
        put(old, null, asked, List.of());
        return new Disconnected(Disconnected.AtProvider.TOLD_LATER);
    }

    @Override
    default PersonHeaders ownHeaders(UUID server) {
        List<PersonHeaders.Header> headers = connection(server).headers();
        boolean given = headers.stream().anyMatch(header -> header.changedAt() != null);
        return content().answer(new PersonHeaders(headers, given ? 5 : 0));
    }

    @Override
    default PersonHeaders giveOwnHeaders(UUID server, String ifMatch, NewPersonHeaders headers) {
        FakeContent.precondition(ifMatch, ownHeaders(server).version());
        content()
                .log
                .add("giveOwnHeaders "
                        + headers.headers().stream()
                                .map(header -> header.name() + "=" + header.value())
                                .toList());
        Connection old = connection(server);
        List<PersonHeaders.Header> given = headers.headers().stream()
                .map(header -> new PersonHeaders.Header(header.name(), Demo.NOW))
                .toList();
        put(old, old.token(), given, old.clients());
        return ownHeaders(server);
    }

    @Override
    default ConnectionDeparture depart(UUID server, NewDeparture wanted) {
        content().log.add("depart " + server + " for " + wanted.client());
        return new ConnectionDeparture(server, PROVIDER.resolve("/authorize"), BINDING, Demo.NOW);
    }

    @Override
    default void renewConnection(UUID server) {
        content().log.add("renewConnection");
    }

    @Override
    default Connection allowClient(UUID server, ConnectionClient client) {
        Connection old = connection(server);
        List<Connection.Client> clients = new ArrayList<>(old.clients());
        clients.add(new Connection.Client(String.valueOf(client.client()), Demo.NOW));
        return put(old, old.token(), clients);
    }

    @Override
    default Connection takeClientBack(UUID server, ConnectionClient client) {
        Connection old = connection(server);
        return put(
                old,
                old.token(),
                old.clients().stream()
                        .filter(one -> !one.client().equals(client.client()))
                        .toList());
    }

    @Override
    default ConnectionMade finishConnection(ConnectionReturn returned) {
        content().log.add("finishConnection " + returned.handle() + " with " + returned.binding());
        if (!BINDING.equals(returned.binding())) {
            throw FakeContent.problem(409, "It was begun in another browser or session", null);
        }
        Connection old = connection(Objects.requireNonNull(returned.departure()));
        put(old, VALID, old.clients());
        return new ConnectionMade(old.server(), OauthCredential.Who.EACH_PERSON, VALID);
    }

    @Override
    default OauthPreview previewCredential(UUID server, NewOauthCredential wanted) {
        return content()
                .answer(new OauthPreview(
                        PROVIDER, OauthCredential.KnownBy.REGISTRATION, List.of("tools.read", "tools.call"), null));
    }

    @Override
    default ConnectionDeparture departForTenant(UUID server, NewDeparture wanted) {
        content().log.add("departForTenant");
        return new ConnectionDeparture(server, PROVIDER.resolve("/authorize"), BINDING, Demo.NOW);
    }

    @Override
    default Disconnected disconnectTenant(UUID server) {
        content().log.add("disconnectTenant");
        return new Disconnected(Disconnected.AtProvider.REVOKED);
    }

    @Override
    default Page<ConnectedPerson> serverConnections(UUID server, int limit, @Nullable String cursor) {
        return content().page(content().personConnections, limit, cursor);
    }

    @Override
    default Disconnected disconnectPerson(UUID server, RevokeConnection person) {
        content().personConnections.removeIf(one -> one.user().equals(person.user()));
        return new Disconnected(Disconnected.AtProvider.REVOKED);
    }
}
