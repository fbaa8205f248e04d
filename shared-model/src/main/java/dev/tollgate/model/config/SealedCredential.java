package dev.tollgate.model.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a server knows the tenant by, as it travels: sealed for each region that has the tenant, for its gateways alone.
 *
 * @param version of the credential; another text for the same version serves the same connections and sessions
 * @param renewal counts up with each access token under this version; absent where nothing is renewed
 * @param sealed by region; empty while there is no access token
 */
public record SealedCredential(long version, @Nullable Long renewal, Map<String, String> sealed) {
    public SealedCredential {
        sealed = Map.copyOf(sealed);
        if (version < 1) {
            throw new IllegalArgumentException("a credential's version is 1 or more, not " + version);
        }
    }

    /** One that stays as it is. */
    public SealedCredential(long version, Map<String, String> sealed) {
        this(version, null, sealed);
    }

    /** Whether it is one of access tokens, and there is none at present. */
    public boolean lacksToken() {
        return renewal != null && sealed.isEmpty();
    }

    @Override
    public String toString() {
        return "sealed credential, version " + version;
    }
}
