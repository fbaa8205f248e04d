package dev.tollgate.bench.revocation;

import dev.tollgate.local.demo.ControlPlane;
import dev.tollgate.model.api.Environment;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.api.NewKey;
import dev.tollgate.model.api.RevokeKey;
import dev.tollgate.model.api.VirtualKey;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keys of one tenant, issued and revoked over REST as one signed-in person. */
public final class Keys {
    /** Well under the life of an access token. */
    private static final long TOKEN_NANOS_MAX = 60_000_000_000L;

    private final String url;
    private final TokenSource tokens;
    private @Nullable ControlPlane signedIn;
    private long signedInNanos;

    /**
     * @param url of the control plane, without a slash at the end
     */
    public Keys(String url, TokenSource tokens) {
        this.url = url;
        this.tokens = tokens;
    }

    /** Where access tokens come from. */
    @FunctionalInterface
    public interface TokenSource {
        String token() throws IOException, InterruptedException;
    }

    /** Any environment of the tenant. */
    UUID environment() throws IOException, InterruptedException {
        return control()
                .find("/environments", Environment.class, _ -> true)
                .map(Environment::id)
                .orElseThrow(() -> new IOException("the tenant has no environment"));
    }

    /** Issues a key without grants: it is accepted, and sees nothing. */
    IssuedKey issue(UUID environment, String name) throws IOException, InterruptedException {
        return control().post("/keys", NewKey.simple(name, environment, null, null, null), IssuedKey.class);
    }

    /** Revokes it and returns when that is answered. */
    void revoke(VirtualKey key) throws IOException, InterruptedException {
        control().change("POST", "/keys/" + key.id() + "/revoke", new RevokeKey("measured"), key.version());
    }

    /** Signs in anew where the token grows old; to be called before a request that is measured. */
    ControlPlane control() throws IOException, InterruptedException {
        ControlPlane control = signedIn;
        if (control == null || System.nanoTime() - signedInNanos > TOKEN_NANOS_MAX) {
            control = new ControlPlane(url, tokens.token());
            signedIn = control;
            signedInNanos = System.nanoTime();
        }
        return control;
    }
}
