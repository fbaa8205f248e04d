package dev.tollgate.model.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How gateways and a server prove to each other who they are, as it travels: certificates as they are, the key sealed for
 * each region that has the tenant.
 *
 * @param version another one takes new connections
 * @param certificate the chain that is shown to the server, in PEM, its own first; absent if none is shown
 * @param sealedKey by region, of PKCS#8; empty without a certificate
 * @param authorities whom the server's own certificate must come from, in PEM; absent for those that the public trusts
 */
public record SealedTls(
        long version,
        @Nullable String certificate,
        Map<String, String> sealedKey,
        @Nullable String authorities) {
    public SealedTls {
        sealedKey = Map.copyOf(sealedKey);
        if (version < 1) {
            throw new IllegalArgumentException("the version of a server's TLS is 1 or more, not " + version);
        }
        if (certificate == null && !sealedKey.isEmpty()) {
            throw new IllegalArgumentException("a key belongs to a certificate");
        }
        if (certificate == null && authorities == null) {
            throw new IllegalArgumentException("neither a certificate nor authorities");
        }
    }

    @Override
    public String toString() {
        return "TLS of a server, version " + version;
    }
}
