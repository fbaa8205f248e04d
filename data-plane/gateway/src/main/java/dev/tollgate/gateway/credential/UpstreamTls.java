package dev.tollgate.gateway.credential;

import java.time.Instant;
import java.time.InstantSource;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** How connections to one server are secured. Safe from any thread; tells nobody its key. */
public final class UpstreamTls {
    /** No certificate is shown, and the server's own is one that the public trusts. */
    public static final UpstreamTls PUBLIC = new UpstreamTls(null, null, null, null, InstantSource.system());

    private static final String UNOPENED_WORDS = "has a client certificate whose key this gateway cannot open";

    private final @Nullable X509KeyManager shown;
    private final @Nullable X509TrustManager trusted;
    private final @Nullable Instant end;
    private final @Nullable String unopened;
    private final InstantSource clock;

    private UpstreamTls(
            @Nullable X509KeyManager shown,
            @Nullable X509TrustManager trusted,
            @Nullable Instant end,
            @Nullable String unopened,
            InstantSource clock) {
        this.shown = shown;
        this.trusted = trusted;
        this.end = end;
        this.unopened = unopened;
        this.clock = clock;
    }

    /**
     * @param shown what a server is shown, up to this end of it; null: nothing
     * @param trusted who has to have issued the server's certificate; null: whom the public trusts
     */
    static UpstreamTls of(
            @Nullable X509KeyManager shown,
            @Nullable Instant end,
            @Nullable X509TrustManager trusted,
            InstantSource clock) {
        return new UpstreamTls(shown, trusted, end, null, clock);
    }

    /** Of a key that is not to be opened here: the server must not be asked without it. */
    static UpstreamTls unopened() {
        return new UpstreamTls(null, null, null, UNOPENED_WORDS, InstantSource.system());
    }

    /** Why no request may be sent now, as an end to the sentence "The server x …"; null if it may. */
    public @Nullable String closedWords() {
        if (end != null && !clock.instant().isBefore(end)) {
            return "has a client certificate that ended at " + end + ": an administrator has to give another";
        }
        return unopened;
    }

    /** What is shown to a server that asks for it; null: nothing. */
    public @Nullable X509KeyManager shown() {
        return shown;
    }

    /** What a server's own certificate must withstand; null: what the public trusts. */
    public @Nullable X509TrustManager trusted() {
        return trusted;
    }

    @Override
    public String toString() {
        return "TLS" + (shown == null ? "" : " with a certificate") + (trusted == null ? "" : " and own authorities");
    }
}
