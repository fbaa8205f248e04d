package dev.tollgate.gateway.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;

/** The keys and tokens that a request presents, from every header that may carry one. */
final class PresentedKeys {
    private static final String BEARER = "bearer ";
    private static final String WITH_PROOF = "dpop ";

    private PresentedKeys() {}

    static List<String> of(MultiMap headers) {
        List<String> keys = new ArrayList<>(2);
        for (String authorization : headers.getAll(HttpHeaders.AUTHORIZATION)) {
            // Another scheme's credentials are for somebody else, such as a proxy before the gateway.
            if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
                keys.add(authorization.substring(BEARER.length()).trim());
            } else if (authorization.regionMatches(true, 0, WITH_PROOF, 0, WITH_PROOF.length())) {
                keys.add(authorization.substring(WITH_PROOF.length()).trim());
            }
        }
        addAll(keys, headers, Headers.TOLLGATE_KEY);
        addAll(keys, headers, Headers.API_KEY);
        addAll(keys, headers, Headers.BF_KEY);
        return keys;
    }

    /** Whether what is presented is in the one header that tokens come in. */
    static boolean isAuthorized(MultiMap headers) {
        return headers.contains(HttpHeaders.AUTHORIZATION);
    }

    /** Whether a token is presented with a proof that it is its bearer's (RFC 9449). */
    static boolean isWithProof(MultiMap headers) {
        String authorization = headers.get(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, WITH_PROOF, 0, WITH_PROOF.length());
    }

    private static void addAll(List<String> keys, MultiMap headers, CharSequence name) {
        if (headers.contains(name)) {
            headers.getAll(name).forEach(value -> keys.add(value.trim()));
        }
    }
}
