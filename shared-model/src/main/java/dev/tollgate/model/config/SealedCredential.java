package dev.tollgate.model.config;

import java.util.Map;

/**
 * What a server knows the tenant by, as it travels: sealed for each region that has the tenant, for its gateways alone.
 *
 * @param version of the credential; another text for the same version is the same secret
 * @param sealed by region
 */
public record SealedCredential(long version, Map<String, String> sealed) {
    public SealedCredential {
        sealed = Map.copyOf(sealed);
        if (version < 1) {
            throw new IllegalArgumentException("a credential's version is 1 or more, not " + version);
        }
    }

    @Override
    public String toString() {
        return "sealed credential, version " + version;
    }
}
