package dev.tollgate.gateway.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;

/** The keys that a request presents, from every header that may carry one. */
final class PresentedKeys {
    private static final String BEARER = "bearer ";

    private PresentedKeys() {}

    static List<String> of(MultiMap headers) {
        List<String> keys = new ArrayList<>(2);
        for (String authorization : headers.getAll(HttpHeaders.AUTHORIZATION)) {
            // Another scheme's credentials are for somebody else, such as a proxy before the gateway.
            if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
                keys.add(authorization.substring(BEARER.length()).trim());
            }
        }
        addAll(keys, headers, Headers.TOLLGATE_KEY);
        addAll(keys, headers, Headers.API_KEY);
        addAll(keys, headers, Headers.BF_KEY);
        return keys;
    }

    private static void addAll(List<String> keys, MultiMap headers, CharSequence name) {
        if (headers.contains(name)) {
            headers.getAll(name).forEach(value -> keys.add(value.trim()));
        }
    }
}
