package dev.tollgate.control.revoke;

import dev.tollgate.control.oauth.AssertionKey;
import dev.tollgate.control.oauth.ClientIdentity;
import dev.tollgate.model.api.ClientMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is sealed: tokens, and as whom Tollgate came by them.
 *
 * @param method absent: the client has no secret
 * @param secret or private key; empty if there is none
 * @param tokens the refresh token first, because with it goes what it renewed
 */
record Parting(String clientId, @Nullable ClientMethod method, String secret, List<String> tokens) {
    static Parting of(ClientIdentity client, List<String> tokens) {
        return switch (client) {
            case ClientIdentity.Public open -> new Parting(open.clientId(), null, "", tokens);
            case ClientIdentity.Secret one ->
                new Parting(
                        one.clientId(),
                        one.method() == ClientIdentity.SecretMethod.BASIC
                                ? ClientMethod.CLIENT_SECRET_BASIC
                                : ClientMethod.CLIENT_SECRET_POST,
                        one.secret(),
                        tokens);
            case ClientIdentity.PrivateKeyJwt key ->
                new Parting(
                        key.clientId(), ClientMethod.PRIVATE_KEY_JWT, key.key().privateJwk(), tokens);
        };
    }

    ClientIdentity client() {
        return switch (method) {
            case null -> new ClientIdentity.Public(clientId);
            case CLIENT_SECRET_BASIC -> new ClientIdentity.Secret(clientId, secret, ClientIdentity.SecretMethod.BASIC);
            case CLIENT_SECRET_POST -> new ClientIdentity.Secret(clientId, secret, ClientIdentity.SecretMethod.POST);
            case PRIVATE_KEY_JWT -> new ClientIdentity.PrivateKeyJwt(clientId, AssertionKey.of(secret));
        };
    }

    @Override
    public String toString() {
        return "tokens of " + clientId;
    }
}
