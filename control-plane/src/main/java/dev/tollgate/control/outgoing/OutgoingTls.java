package dev.tollgate.control.outgoing;

import dev.tollgate.model.net.Destination;
import dev.tollgate.model.net.TlsMaterial;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.TrustOptions;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How connections to one origin are secured while something is done with its server; those to others are as ever. */
public final class OutgoingTls {
    private static final ScopedValue<OutgoingTls> CURRENT = ScopedValue.newInstance();

    private final Destination destination;
    private final @Nullable String chain;
    private final byte[] key;
    private final @Nullable String authorities;

    /**
     * @param url at the origin
     * @param chain that is shown, in PEM; null: none
     * @param key of the chain, PKCS#8; empty without one
     * @param authorities that its certificate must come from, in PEM; null: those that the public trusts
     */
    public OutgoingTls(URI url, @Nullable String chain, byte[] key, @Nullable String authorities) {
        this.destination = Destination.of(url);
        this.chain = chain;
        this.key = key.clone();
        this.authorities = authorities;
    }

    /** Does something, on this thread, that may dial. */
    public <T> T during(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    /** What counts for a URL now; null if nothing does. */
    static @Nullable OutgoingTls of(URI url) {
        boolean counts = CURRENT.isBound()
                && "https".equals(url.getScheme())
                && Destination.of(url).equals(CURRENT.get().destination);
        return counts ? CURRENT.get() : null;
    }

    HttpClientOptions secure(HttpClientOptions options) {
        try {
            if (chain != null) {
                options.setKeyCertOptions(KeyCertOptions.wrap(TlsMaterial.shown(chain, key)));
            }
            if (authorities != null) {
                options.setTrustOptions(TrustOptions.wrap(TlsMaterial.trusted(authorities)));
            }
            return options;
        } catch (GeneralSecurityException _) {
            // Its words may tell of the key.
            throw new IllegalStateException("what was written was checked to be certificates and their key");
        }
    }

    @Override
    public String toString() {
        return "TLS of " + destination;
    }
}
