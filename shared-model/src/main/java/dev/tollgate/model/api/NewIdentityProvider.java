package dev.tollgate.model.api;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An identity provider as written by a client.
 *
 * @param discoveryUrl ends with {@code /.well-known/openid-configuration}
 * @param clientSecret must be given at first; absent afterwards to keep the one that is known
 * @param domains of email addresses, as {@code acme.example}; at least one
 */
public record NewIdentityProvider(
        URI discoveryUrl, String clientId, @Nullable String clientSecret, List<String> domains) {
    @Override
    public String toString() {
        return "NewIdentityProvider[" + discoveryUrl + "]";
    }
}
