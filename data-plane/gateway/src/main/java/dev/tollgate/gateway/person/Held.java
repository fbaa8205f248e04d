package dev.tollgate.gateway.person;

import dev.tollgate.gateway.credential.UpstreamHeaders;
import dev.tollgate.model.config.PersonalAccess;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.wire.ConnectionSeal;
import dev.tollgate.model.wire.ConnectionSeal.State;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One person's connection to one server, opened. Immutable, but for the headers in it and for what was made of it last. */
final class Held {
    private static final String ENDED_WORDS =
            "is reached by each person's own connection, and the one that this is about does not serve any more";

    private final long serial;
    private final State state;
    private final PersonalAccess.By by;
    private final Set<String> clients;
    private final UpstreamHeaders headers;
    private final byte[] record;
    private volatile @Nullable Made made;

    private record Made(ServerConfig from, Way.Open way) {}

    private Held(
            long serial,
            State state,
            PersonalAccess.By by,
            Set<String> clients,
            UpstreamHeaders headers,
            byte[] record) {
        this.serial = serial;
        this.state = state;
        this.by = by;
        this.clients = clients;
        this.headers = headers;
        this.record = record;
    }

    /**
     * What follows on what was held before. For the same version it is in the same headers, under what is open by them.
     *
     * @param record as it was read
     */
    static Held after(@Nullable Held before, UUID person, long serial, ConnectionSeal.Content content, byte[] record) {
        UpstreamHeaders next = content.state() == State.CONNECTED
                ? UpstreamHeaders.of(content.headers(), serial)
                : UpstreamHeaders.closed(ENDED_WORDS);
        PersonalAccess.By by = new PersonalAccess.By(person, content.version());
        UpstreamHeaders headers = next;
        if (before != null && before.by.equals(by)) {
            before.headers.become(next);
            headers = before.headers;
        } else if (before != null) {
            before.headers.become(UpstreamHeaders.closed(ENDED_WORDS));
        }
        return new Held(serial, content.state(), by, Set.copyOf(content.clients()), headers, record);
    }

    long serial() {
        return serial;
    }

    byte[] record() {
        return record;
    }

    boolean isConnected() {
        return state == State.CONNECTED;
    }

    /** Whether who may do what by it is the same, whatever the headers are. */
    boolean servesAs(@Nullable Held other) {
        return other != null && state == other.state && by.equals(other.by) && clients.equals(other.clients);
    }

    boolean is(PersonalAccess.By connection) {
        return by.equals(connection);
    }

    UpstreamHeaders headers() {
        return headers;
    }

    /** For a client that the person allows. */
    Way way(ServerConfig server, String client) {
        return switch (state) {
            case CONNECTED ->
                clients.contains(ConnectionSeal.client(client))
                        ? open(server)
                        : new Way.Shut(Way.Why.CLIENT_NOT_ALLOWED, serial);
            case NEEDS_ATTENTION -> new Way.Shut(Way.Why.NEEDS_ATTENTION, serial);
            case DISCONNECTED -> new Way.Shut(Way.Why.NOT_CONNECTED, serial);
        };
    }

    /** The same object while the server is configured as it is. */
    Way.Open open(ServerConfig server) {
        Made known = made;
        if (known == null || known.from != server) {
            known = new Made(server, new Way.Open(server.by(by)));
            made = known;
        }
        return known.way;
    }

    /** Nothing may be sent by it any more. */
    void end() {
        headers.become(UpstreamHeaders.closed(ENDED_WORDS));
    }
}
