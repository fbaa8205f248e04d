package dev.tollgate.control.oauth;

import dev.tollgate.model.oauth.Scopes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person's way to a provider and back (RFC 6749, 4.1; RFC 7636; RFC 9207). */
final class CodeFlow {
    private static final String OFFLINE = "offline_access";
    private static final int SECRET_BYTES = 32;
    private static final int CODE_CHARS_MAX = 8 * 1024;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final SecureRandom random = new SecureRandom();

    Departure depart(Access access, URI redirect) {
        URI endpoint = access.provider().signIn();
        Departure.Kept kept =
                new Departure.Kept(secret(), secret(), access.provider().issuer(), redirect);
        List<String> scopes = scopes(access);
        Form query = new Form()
                .with("response_type", "code")
                .with("client_id", access.client().clientId())
                .with("redirect_uri", redirect)
                .with("scope", scopes.isEmpty() ? null : Scopes.text(scopes))
                .with("state", kept.state())
                .with("code_challenge", challenge(kept.verifier()))
                .with("code_challenge_method", "S256")
                .with("resource", access.resource())
                // OpenID Connect Core, 11: without it a provider must not take the scope for granted.
                .with("prompt", scopes.contains(OFFLINE) ? "consent" : null);
        return new Departure(
                URI.create(endpoint + (endpoint.getRawQuery() == null ? "?" : "&") + query.encoded()), kept);
    }

    /** What was granted before is in the access's own scopes; whoever wants refresh tokens asks for them where that is known. */
    private static List<String> scopes(Access access) {
        List<String> scopes = new ArrayList<>(access.scopes());
        var known = access.provider().scopes();
        if (known != null && known.contains(OFFLINE) && !scopes.contains(OFFLINE)) {
            scopes.add(OFFLINE);
        }
        return scopes;
    }

    /**
     * The code that a callback brings.
     *
     * @return null if it brings an error instead, which then is its provider's
     */
    @Nullable
    String code(Access access, Departure.Kept kept, Callback callback) {
        if (!same(kept.state(), callback.state())) {
            throw new IllegalArgumentException("is not the answer to this request");
        }
        if (!kept.issuer().equals(access.provider().issuer())) {
            throw new IllegalArgumentException("is the answer of another provider than the one that was asked");
        }
        @Nullable String iss = callback.iss();
        if (iss == null
                ? access.provider().issInCallback()
                : !iss.equals(kept.issuer().toString())) {
            throw new IllegalArgumentException("does not name the provider that was asked");
        }
        if (callback.error() != null) {
            return null;
        }
        @Nullable String code = callback.code();
        if (code == null || code.isEmpty() || code.length() > CODE_CHARS_MAX) {
            throw new IllegalArgumentException("has neither a code nor an error");
        }
        return code;
    }

    private static boolean same(String kept, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(kept.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return BASE64.encodeToString(bytes);
    }

    static String challenge(String verifier) {
        try {
            return BASE64.encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
