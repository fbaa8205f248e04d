package dev.tollgate.model.wire;

import dev.tollgate.model.config.CredentialHeader;
import dev.tollgate.model.config.PersonConnection;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.seal.Seal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whose a connection is: what it says is opened for this tenant, server, person and serial only, so that no record can be
 * changed, nor lend another's.
 */
public record ConnectionSeal(TenantId tenant, ServerId server, UUID person, long serial) {
    public static final int CLIENTS_MAX = 50;
    /** So that a connection with the longest headers and the most clients fits into one sealed text. */
    private static final int DIGEST_BYTES = 20;

    private static final Pattern DIGEST = Pattern.compile("[A-Za-z0-9_-]{27}");

    /** How a connection does. */
    public enum State {
        CONNECTED,
        /** There is no token that is good; the person has to act. */
        NEEDS_ATTENTION,
        /** It has ended. */
        DISCONNECTED
    }

    /**
     * All that a connection says.
     *
     * @param version of what the person is known by
     * @param headers that each request carries; empty unless connected
     * @param clients those that may use it, each by {@link #client}, so that their ids take room of one size
     */
    public record Content(State state, long version, List<CredentialHeader> headers, List<String> clients) {
        public Content {
            headers = List.copyOf(headers);
            clients = List.copyOf(clients);
            if (clients.size() > CLIENTS_MAX) {
                throw new IllegalArgumentException(
                        "a connection serves at most " + CLIENTS_MAX + " clients, not " + clients.size());
            }
            if (!clients.stream().allMatch(client -> DIGEST.matcher(client).matches())) {
                throw new IllegalArgumentException("a connection names its clients by digests");
            }
            if (state != State.CONNECTED && !headers.isEmpty()) {
                throw new IllegalArgumentException("only who is connected has headers");
            }
        }

        /** Of a connection that has ended. */
        public static Content disconnected() {
            return new Content(State.DISCONNECTED, 0, List.of(), List.of());
        }

        @Override
        public String toString() {
            return "content of a connection, " + state;
        }
    }

    public static ConnectionSeal of(PersonConnection connection) {
        return new ConnectionSeal(connection.tenant(), connection.server(), connection.person(), connection.serial());
    }

    /**
     * What a client is called in a connection.
     *
     * @param id an OAuth client's, or a virtual key's
     */
    public static String client(String id) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, DIGEST_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public String seal(Content content, Region region, Seal seal) {
        return seal.seal(WireJson.encode(content), bound(region));
    }

    /** Empty if it was not sealed for this, or not with a key that is here. */
    public Optional<Content> open(String text, Region region, Seal seal) {
        byte @Nullable [] plain = seal.open(text, bound(region));
        try {
            return plain == null ? Optional.empty() : Optional.of(WireJson.decode(plain, Content.class));
        } catch (MalformedRecord e) {
            // Its words are not told: they may repeat what was sealed.
            return Optional.empty();
        }
    }

    private String bound(Region region) {
        return String.join(
                "|",
                "person-connection",
                tenant.toString(),
                server.toString(),
                person.toString(),
                Long.toString(serial),
                region.toString());
    }
}
