package dev.tollgate.gateway.credential;

import dev.tollgate.model.config.SealedTls;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.net.TlsMaterial;
import dev.tollgate.model.seal.Seal;
import dev.tollgate.model.wire.ClientKeySeal;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Opens what servers are shown and makes what their own certificates are checked with. Safe from any thread. */
public final class TlsKeys {
    private final Seal seal;
    private final Region region;
    private final InstantSource clock;

    public TlsKeys(Seal seal, Region region, InstantSource clock) {
        this.seal = seal;
        this.region = region;
        this.clock = clock;
    }

    /** How the server, as it is configured here, is spoken to. Asked when something is opened to it, not at each call. */
    public UpstreamTls of(ServerConfig server) {
        SealedTls tls = server.tls();
        if (tls == null) {
            return UpstreamTls.PUBLIC;
        }
        try {
            @Nullable
            X509TrustManager trusted = tls.authorities() == null ? null : TlsMaterial.trusted(tls.authorities());
            String chain = tls.certificate();
            if (chain == null) {
                return UpstreamTls.of(null, null, trusted, clock);
            }
            byte @Nullable [] key = opened(server, tls);
            return key == null
                    ? UpstreamTls.unopened()
                    : UpstreamTls.of(TlsMaterial.shown(chain, key), TlsMaterial.end(chain), trusted, clock);
        } catch (GeneralSecurityException _) {
            // What was written was checked to be none of this; its words may tell of the key.
            return UpstreamTls.unopened();
        }
    }

    private byte @Nullable [] opened(ServerConfig server, SealedTls tls) {
        String text = tls.sealedKey().get(region.value());
        return text == null
                ? null
                : new ClientKeySeal(server.tenant(), server.id(), tls.version()).open(text, region, seal);
    }
}
