package dev.tollgate.gateway.edge.stream;

import dev.tollgate.gateway.session.ClientSession;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.seal.Seal;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The names of streams, which their events' ids begin with: sealed for one key and one session, so that any gateway of the
 * region knows from an event's id where its stream is, and nobody else can use it. Safe from any thread.
 */
public final class StreamNames {
    private static final String PURPOSE = "stream";
    private static final String SESSION = "session";

    private final Seal seal;
    private final String ownUrl;

    /**
     * @param ownUrl where other gateways reach this one, without a path
     */
    public StreamNames(Seal seal, String ownUrl) {
        this.seal = seal;
        this.ownUrl = ownUrl;
    }

    boolean isOwn(EventName.OfCall stream) {
        return stream.url().equals(ownUrl);
    }

    /** Of a call that this gateway makes. */
    EventNames ofCall(VirtualKeyConfig key, ClientSession session, UUID number, String requestId) {
        return sealed(number + " " + ownUrl + " " + requestId, key, session);
    }

    /** Of a stream on which a session hears what happens outside its calls. */
    public EventNames ofSession(VirtualKeyConfig key, ClientSession session) {
        return sealed(SESSION, key, session);
    }

    private EventNames sealed(String plain, VirtualKeyConfig key, ClientSession session) {
        String name = seal.seal(plain.getBytes(StandardCharsets.UTF_8), bound(key, session));
        return new EventNames(name, session.revision());
    }

    /** What an event's id names; null if it was not given to this key in this session. */
    public @Nullable EventName open(String eventId, VirtualKeyConfig key, ClientSession session) {
        int colon = eventId.lastIndexOf(EventNames.NUMBER);
        byte[] plain = colon < 0 ? null : seal.open(eventId.substring(0, colon), bound(key, session));
        if (plain == null) {
            return null;
        }
        String[] parts = new String(plain, StandardCharsets.UTF_8).split(" ", 3);
        EventName.Stream stream = parts.length < 3
                ? new EventName.OfSession()
                : new EventName.OfCall(UUID.fromString(parts[0]), parts[1], parts[2]);
        return EventName.of(stream, eventId, colon);
    }

    private static String bound(VirtualKeyConfig key, ClientSession session) {
        return PURPOSE + " " + key.tenant() + " " + key.id() + " " + session.id();
    }
}
