package dev.tollgate.control.credential;

import dev.tollgate.control.persistence.Times;
import dev.tollgate.control.publish.Change;
import dev.tollgate.control.publish.PublishedConnections;
import dev.tollgate.control.publish.RegionBound;
import dev.tollgate.control.publish.Relocations;
import dev.tollgate.control.seal.RegionSeals;
import dev.tollgate.control.server.ServerService;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.ServerCredential;
import dev.tollgate.model.config.PersonConnection;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.wire.ConnectionSeal;
import dev.tollgate.model.wire.ConnectionSeal.Content;
import dev.tollgate.model.wire.ConnectionSeal.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Tells gateways of people's connections: after whatever a connection is of was written, within the same change. No revision
 * comes of it ({@link PersonConnection}).
 */
@ApplicationScoped
public class PersonConnections implements RegionBound {
    private final CredentialStore credentials;
    private final PersonSecrets secrets;
    private final PublishedConnections published;
    private final Relocations relocations;
    private final RegionSeals regions;
    private final ServerService servers;

    PersonConnections(
            CredentialStore credentials,
            PersonSecrets secrets,
            PublishedConnections published,
            Relocations relocations,
            RegionSeals regions,
            ServerService servers) {
        this.credentials = credentials;
        this.secrets = secrets;
        this.published = published;
        this.relocations = relocations;
        this.regions = regions;
        this.servers = servers;
    }

    /** The same connection: its token was renewed, or it serves other clients. Whoever has nothing any more is disconnected. */
    public void publish(UUID server, UUID person, Change change) {
        publish(server, person, false, change);
    }

    /** Another connection, with which nothing goes on that was open by the one before. */
    public void publishAnew(UUID server, UUID person, Change change) {
        publish(server, person, true, change);
        credentials
                .find(server)
                .filter(row -> person.equals(row.lookAs))
                .ifPresent(_ -> servers.lookAt(server, change));
    }

    /** Has the server looked at with the connection of an admin who just connected, unless somebody's is named. */
    public void mayLook(UUID server, UUID person, Change change) {
        credentials
                .find(server)
                .filter(row -> row.asksEachPerson() && row.lookAs == null)
                .ifPresent(row -> {
                    row.lookAs = person;
                    servers.publishAgain(server, change);
                    servers.lookAt(server, change);
                });
    }

    private void publish(UUID server, UUID person, boolean anew, Change change) {
        ServerId id = new ServerId(server);
        Optional<PersonConnection> before = published.find(id, person);
        Optional<PersonSecrets.Secret> secret = credentials
                .find(server)
                .filter(CredentialRow::asksEachPerson)
                .flatMap(row -> secrets.of(row, person, change.tenant()));
        if (secret.isPresent()) {
            refuseOneTooMany(id, before);
            long serial = serial(before);
            long version = anew ? serial : version(before).orElse(serial);
            put(id, person, serial, secret.get().content(version), change);
        } else if (before.isPresent()) {
            put(id, person, serial(before), Content.disconnected(), change);
        }
    }

    /** Whether what gateways were told last is this. */
    boolean isOfNow(UUID server, UUID person, long serial) {
        return published
                .find(new ServerId(server), person)
                .filter(one -> one.serial() == serial)
                .isPresent();
    }

    private void refuseOneTooMany(ServerId server, Optional<PersonConnection> before) {
        if (before.isEmpty() && published.count(server) >= PersonConnection.OF_SERVER_MAX) {
            throw new Refused(new Refusal.WrongState(
                    "As many people have a connection to this server as can: " + PersonConnection.OF_SERVER_MAX + "."));
        }
    }

    /** The server asks each person for something else now, or for nothing. */
    void credentialChanged(CredentialRow row, Change change) {
        if (row.kind != ServerCredential.Kind.PERSON_HEADERS) {
            secrets.forget(row.serverId);
        }
        if (row.asksEachPerson()) {
            published
                    .to(new ServerId(row.serverId))
                    .forEach(connection -> publish(row.serverId, connection.person(), true, change));
        } else {
            endAll(new ServerId(row.serverId), change);
        }
    }

    /** Of everybody to a server that stays. */
    void endAll(ServerId server, Change change) {
        secrets.forget(server.value());
        published.to(server).forEach(connection -> end(connection, change));
    }

    /** Of somebody who leaves, to all servers. */
    public void endAll(UUID person, Change change) {
        secrets.forgetPerson(person);
        published.of(person).forEach(connection -> end(connection, change));
    }

    private void end(PersonConnection connection, Change change) {
        put(connection.server(), connection.person(), serial(Optional.of(connection)), Content.disconnected(), change);
    }

    /** Seals all anew for the regions that have the tenant now, with the keys that seal now. */
    @Override
    public void regionsChanged(Change change) {
        published.all().forEach(connection -> sealAgain(connection, change));
    }

    private void sealAgain(PersonConnection connection, Change change) {
        Optional<Content> content = content(connection);
        if (content.isPresent()) {
            put(connection.server(), connection.person(), serial(Optional.of(connection)), content.get(), change);
        } else {
            // The key that sealed it is gone, and with it by which version it was known.
            publish(connection.server().value(), connection.person(), true, change);
        }
    }

    private static long serial(Optional<PersonConnection> before) {
        return Math.max(
                before.map(PersonConnection::serial).orElse(0L) + 1,
                ChronoUnit.MICROS.between(Instant.EPOCH, Times.now()));
    }

    private Optional<Long> version(Optional<PersonConnection> before) {
        return before.flatMap(this::content)
                .filter(content -> content.state() != State.DISCONNECTED)
                .map(Content::version);
    }

    private Optional<Content> content(PersonConnection connection) {
        ConnectionSeal whose = ConnectionSeal.of(connection);
        return connection.sealed().entrySet().stream()
                .filter(entry -> regions.has(entry.getKey()))
                .flatMap(entry -> {
                    Region region = new Region(entry.getKey());
                    return whose.open(entry.getValue(), region, regions.of(region)).stream();
                })
                .findFirst();
    }

    private void put(ServerId server, UUID person, long serial, Content content, Change change) {
        ConnectionSeal whose = new ConnectionSeal(change.tenant(), server, person, serial);
        List<Region> homes = relocations.regions(change.tenant());
        Map<String, String> sealed = new TreeMap<>();
        homes.forEach(home -> sealed.put(home.value(), whose.seal(content, home, regions.of(home))));
        change.put(new PersonConnection(change.tenant(), server, person, serial, sealed));
    }
}
