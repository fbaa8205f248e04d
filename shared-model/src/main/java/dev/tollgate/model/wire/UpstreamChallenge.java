package dev.tollgate.model.wire;

import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.oauth.Scopes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A server's word, to a gateway, that a token is not what it wants: not taken any more, or too little for a request. The
 * scopes are the server's own words and untrusted.
 *
 * @param person whose connection the token is of; absent: the tenant's own
 * @param token which token it is about: of the tenant's own the number of its renewal, of a person's the serial of the record
 *     that it came with
 * @param scopes that the server asks for; empty: it does not take the token at all
 */
public record UpstreamChallenge(
        TenantId tenant,
        ServerId server,
        @Nullable UUID person,
        long token,
        GatewayId gateway,
        Instant at,
        List<String> scopes) {
    private static final String KIND = "/challenge";

    public UpstreamChallenge {
        scopes = Scopes.of(scopes);
    }

    /** The key of its record, {@code tenant/server/challenge}, and behind it the person where it is somebody's. */
    public String key() {
        return tenant + "/" + server + KIND + (person == null ? "" : "/" + person);
    }

    /** Whether a record of the catalog's topic is one of these. */
    public static boolean isKey(String key) {
        return key.endsWith(KIND) || key.contains(KIND + "/");
    }
}
