package dev.tollgate.gateway.session;

import dev.tollgate.gateway.upstream.ClientAbilities;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.seal.Seal;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Session ids: sealed, bound to the key that began the session, and good for a day. A session id is never authentication;
 * the key comes with every request beside it. Safe from any thread.
 */
public final class SessionTokens {
    /** How long a session lasts; a client then begins anew, which it does without its person. */
    public static final Duration LIFE = Duration.ofDays(1);

    /** Opened ids that are remembered, so that a client's every call need not open its own again. */
    static final int REMEMBERED_MAX = 20_000;

    private static final String PURPOSE = "session";

    private final Seal seal;
    private final InstantSource clock;
    private final Map<Presented, ClientSession> opened = new ConcurrentHashMap<>();

    public SessionTokens(Seal seal, InstantSource clock) {
        this.seal = seal;
        this.clock = clock;
    }

    private record Presented(String token, String bound) {
        static Presented of(String token, VirtualKeyConfig key) {
            return new Presented(token, PURPOSE + " " + key.tenant() + " " + key.id());
        }
    }

    /** Begins a session; its id is visible ASCII. */
    public String begin(
            VirtualKeyConfig key, String revision, String clientName, String clientVersion, ClientAbilities abilities) {
        ClientSession session = new ClientSession(
                UUID.randomUUID(),
                revision,
                clientName,
                clientVersion,
                abilities,
                clock.instant().plus(LIFE));
        return seal.seal(session.encode(), Presented.of("", key).bound);
    }

    /** The session of an id; null if it was not begun with this key, has ended, or there never was such a one. */
    public @Nullable ClientSession open(String token, VirtualKeyConfig key) {
        Presented presented = Presented.of(token, key);
        ClientSession session = opened.get(presented);
        if (session == null) {
            session = unseal(presented);
        }
        return session == null || !clock.instant().isBefore(session.endsAt()) ? null : session;
    }

    private @Nullable ClientSession unseal(Presented presented) {
        byte[] bytes = seal.open(presented.token, presented.bound);
        if (bytes == null) {
            return null;
        }
        try {
            ClientSession session = ClientSession.decode(bytes);
            if (opened.size() >= REMEMBERED_MAX) {
                opened.clear();
            }
            opened.put(presented, session);
            return session;
        } catch (IOException e) {
            // Sealed by a gateway of another version: its client begins anew.
            return null;
        }
    }
}
