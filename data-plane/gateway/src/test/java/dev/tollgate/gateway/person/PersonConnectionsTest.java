package dev.tollgate.gateway.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.credential.UpstreamHeaders;
import dev.tollgate.gateway.fixture.TestConnection;
import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.person.PersonConnections.Taken;
import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.config.PersonConnection;
import dev.tollgate.model.config.PersonalAccess;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.seal.Seal;
import dev.tollgate.model.wire.ConfigCodec;
import dev.tollgate.model.wire.ConfigKey;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PersonConnectionsTest {
    private static final String CLIENT = "editor";

    private final Seal seal = Seal.of(List.of());
    private final PersonConnections connections = new PersonConnections(seal, TestConnection.REGION);
    private final TestTenant tenant = new TestTenant();
    private final ServerConfig server =
            tenant.server("crm", URI.create("http://127.0.0.1:1/mcp")).with(new PersonalAccess(null));
    private final UUID ann = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    private TestConnection of(UUID person) {
        return new TestConnection(seal, server, person);
    }

    private static String sent(UpstreamHeaders headers) {
        RequestOptions options = new RequestOptions();
        headers.putInto(options);
        return options.getHeaders() == null
                ? ""
                : String.valueOf(options.getHeaders().get("Authorization"));
    }

    private ServerConfig open(UUID person) {
        return ((Way.Open) connections.way(server, person, CLIENT)).server();
    }

    private Way.Why why(UUID person, String client) {
        return ((Way.Shut) connections.way(server, person, client)).why();
    }

    @Test
    void eachPersonIsReachedByTheirOwn() {
        of(ann).connected("Bearer plum-of-ann", CLIENT).publish(connections);
        of(bob).connected("Bearer plum-of-bob", CLIENT).publish(connections);

        assertThat(sent(connections.headers(open(ann)))).isEqualTo("Bearer plum-of-ann");
        assertThat(sent(connections.headers(open(bob)))).isEqualTo("Bearer plum-of-bob");
        assertThat(open(ann).isReachedAs(open(bob))).isFalse();
        assertThat(open(ann)).as("made once").isSameAs(open(ann));
    }

    @Test
    void byNobodyNothingIsSent() {
        of(ann).connected("Bearer plum", CLIENT).publish(connections);

        assertThat(connections.headers(server).isOpen()).isFalse();
        assertThat(connections.way(server, null, CLIENT)).isEqualTo(new Way.Shut(Way.Why.NOBODY, 0));
        assertThat(why(bob, CLIENT)).isEqualTo(Way.Why.NOT_CONNECTED);
    }

    @Test
    void aClientThatThePersonDoesNotAllowHasNoWay() {
        of(ann).connected("Bearer plum", CLIENT).publish(connections);

        assertThat(why(ann, "another")).isEqualTo(Way.Why.CLIENT_NOT_ALLOWED);
    }

    @Test
    void aRenewalGoesIntoWhatIsOpenAndChangesNothingElse() {
        TestConnection connection = of(ann).connected("Bearer plum-1", CLIENT);
        connection.publish(connections);
        ServerConfig before = open(ann);
        UpstreamHeaders headers = connections.headers(before);
        long changes = connections.changes(tenant.id);

        connection.renewed("Bearer plum-2", CLIENT).publish(connections);

        assertThat(sent(headers)).isEqualTo("Bearer plum-2");
        assertThat(open(ann).isReachedAs(before)).isTrue();
        assertThat(connections.changes(tenant.id)).isEqualTo(changes);
    }

    @Test
    void anotherConnectionOfThePersonsClosesWhatIsOpen() {
        TestConnection connection = of(ann).connected("Bearer plum-1", CLIENT);
        connection.publish(connections);
        ServerConfig before = open(ann);
        UpstreamHeaders headers = connections.headers(before);

        connection.connected("Bearer plum-2", CLIENT).publish(connections);

        assertThat(headers.isOpen()).isFalse();
        assertThat(open(ann).isReachedAs(before)).isFalse();
        assertThat(connections.isOpen(server, Objects.requireNonNull(before.by())))
                .isFalse();
        assertThat(sent(connections.headers(open(ann)))).isEqualTo("Bearer plum-2");
    }

    @Test
    void whatEndedIsSentNoMoreAndStaysEnded() {
        TestConnection connection = of(ann).connected("Bearer plum", CLIENT);
        PersonConnection first = connection.next();
        TestConnection.publish(connections, first);
        UpstreamHeaders headers = connections.headers(open(ann));

        connection.disconnected().publish(connections);

        assertThat(headers.isOpen()).isFalse();
        assertThat(sent(headers)).isEmpty();
        assertThat(TestConnection.publish(connections, first))
                .as("brought back")
                .isEqualTo(Taken.KNOWN);
        assertThat(why(ann, CLIENT)).isEqualTo(Way.Why.NOT_CONNECTED);
    }

    @Test
    void oneThatNeedsItsPersonSaysSo() {
        TestConnection connection = of(ann).connected("Bearer plum", CLIENT);
        connection.publish(connections);
        UpstreamHeaders headers = connections.headers(open(ann));

        connection.needsAttention().publish(connections);

        assertThat(why(ann, CLIENT)).isEqualTo(Way.Why.NEEDS_ATTENTION);
        assertThat(headers.isOpen()).isFalse();
    }

    @Test
    void aForgedOneIsNotTaken() {
        TestConnection connection = of(ann).connected("Bearer plum", CLIENT);
        connection.publish(connections);
        PersonConnection next = connection.renewed("Bearer plum-2", CLIENT).next();
        String text = Objects.requireNonNull(next.sealed().get("local"));
        TestConnection strangers =
                new TestConnection(Seal.of(List.of()), server, bob).connected("Bearer theirs", CLIENT);

        assertThat(strangers.publish(connections)).isEqualTo(Taken.CLOSED);
        assertThat(TestConnection.publish(connections, lent(tenant.id, server.id(), bob, next.serial(), text)))
                .as("to another person")
                .isEqualTo(Taken.CLOSED);
        assertThat(TestConnection.publish(
                        connections, lent(new TestTenant().id, server.id(), ann, next.serial(), text)))
                .as("to another tenant")
                .isEqualTo(Taken.CLOSED);
        assertThat(TestConnection.publish(
                        connections, lent(tenant.id, new ServerId(UUID.randomUUID()), ann, next.serial(), text)))
                .as("to another server")
                .isEqualTo(Taken.CLOSED);
        assertThat(TestConnection.publish(connections, lent(tenant.id, server.id(), ann, next.serial() + 1, text)))
                .as("under a later serial")
                .isEqualTo(Taken.CLOSED);
        assertThat(connections.take(new ConfigKey(tenant.id, ConfigKind.CONNECTION, "other"), ConfigCodec.encode(next)))
                .isEqualTo(Taken.UNREADABLE);
        assertThat(sent(connections.headers(open(ann)))).isEqualTo("Bearer plum");
        assertThat(connections.records(Taken.CLOSED)).isEqualTo(5);
    }

    private static PersonConnection lent(TenantId tenant, ServerId server, UUID person, long serial, String text) {
        return new PersonConnection(tenant, server, person, serial, Map.of("local", text));
    }

    @Test
    void takesNoMoreThanItMay() {
        PersonConnections few = new PersonConnections(seal, TestConnection.REGION, 1);
        TestConnection first = of(ann).connected("Bearer plum-1", CLIENT);
        first.publish(few);

        assertThat(of(bob).connected("Bearer plum", CLIENT).publish(few)).isEqualTo(Taken.ONE_TOO_MANY);
        assertThat(first.renewed("Bearer plum-2", CLIENT).publish(few)).isEqualTo(Taken.TAKEN);
    }

    @Test
    void goesWithItsServer() {
        of(ann).connected("Bearer plum", CLIENT).publish(connections);
        UpstreamHeaders headers = connections.headers(open(ann));

        assertThat(connections.keep(tenant.id, Set.of(server.id()))).isFalse();
        assertThat(connections.keep(tenant.id, Set.of())).isTrue();

        assertThat(headers.isOpen()).isFalse();
        assertThat(connections.count()).isZero();
    }

    @Test
    void isTheSameFromItsCopy() {
        of(ann).connected("Bearer plum", CLIENT).publish(connections);
        PersonConnections restarted = new PersonConnections(seal, TestConnection.REGION);

        connections.records(tenant.id).forEach((key, value) -> restarted.take(ConfigKey.parse(key), value));

        assertThat(sent(restarted.headers(open(ann)))).isEqualTo("Bearer plum");
    }

    @Test
    void aLookIsMadeByWhomeverIsNamed() {
        of(ann).connected("Bearer plum", CLIENT).publish(connections);

        ServerConfig named = server.with(new PersonalAccess(ann));

        assertThat(connections.look(named).person()).isEqualTo(ann);
        assertThat(connections.look(server)).isSameAs(server);
        assertThat(connections.look(server.with(new PersonalAccess(bob))).person())
                .isNull();
    }
}
