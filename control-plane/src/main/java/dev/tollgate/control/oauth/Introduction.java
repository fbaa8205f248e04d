package dev.tollgate.control.oauth;

import dev.tollgate.control.outgoing.Fetch;
import dev.tollgate.control.outgoing.Post;
import dev.tollgate.control.outgoing.Reply;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes Tollgate known to providers: by a document that they read, or else by registration (RFC 7591). */
final class Introduction {
    private static final String BASIC = "client_secret_basic";
    private static final String POST = "client_secret_post";
    private static final String NONE = "none";

    private final Fetch fetch;
    private final Optional<URI> clientDocument;

    /**
     * @param clientDocument where ours is, if providers can read it
     */
    Introduction(Fetch fetch, Optional<URI> clientDocument) {
        this.fetch = fetch;
        this.clientDocument = clientDocument;
    }

    Registration to(Provider provider, Registration.Wanted wanted) {
        if (provider.clientDocuments() && clientDocument.isPresent()) {
            return new Registration(
                    new ClientIdentity.Public(clientDocument.get().toString()), null);
        }
        @Nullable URI endpoint = provider.registrationEndpoint();
        if (endpoint == null) {
            throw new IllegalArgumentException("takes no registrations: give the client that you have there");
        }
        String method = method(provider);
        Reply reply = fetch.postSecurely(
                endpoint,
                new Post("application/json", Map.of(), Document.write(asked(provider, wanted, method))),
                Documents.JSON);
        if (reply.status() != 201 && reply.status() != 200) {
            throw new IllegalArgumentException("does not register Tollgate: it answers with status " + reply.status());
        }
        return read(Document.of(reply.body()), method);
    }

    private static String method(Provider provider) {
        @Nullable Set<String> taken = provider.tokenAuthMethods();
        for (String method : List.of(BASIC, POST, NONE)) {
            if (taken == null || taken.contains(method)) {
                return method;
            }
        }
        throw new IllegalArgumentException("takes no client that can be registered: give the one that you have there");
    }

    private static Map<String, Object> asked(Provider provider, Registration.Wanted wanted, String method) {
        Map<String, Object> metadata = new LinkedHashMap<>(ClientDocument.metadata(wanted));
        if (provider.grantTypes() != null && !provider.grantTypes().contains("refresh_token")) {
            metadata.put("grant_types", List.of("authorization_code"));
        }
        metadata.put("token_endpoint_auth_method", method);
        return metadata;
    }

    /** Where the provider says nothing of the method, it is the one that was asked for. */
    private static Registration read(Document document, String asked) {
        @Nullable String id = document.text("client_id");
        @Nullable String secret = document.text("client_secret");
        if (id == null) {
            throw new IllegalArgumentException("answers to a registration without a client_id");
        }
        @Nullable String said = document.text("token_endpoint_auth_method");
        String method = said == null ? asked : said;
        @Nullable Long until = document.number("client_secret_expires_at");
        return switch (method) {
            case NONE -> new Registration(new ClientIdentity.Public(id), null);
            case BASIC, POST -> {
                if (secret == null) {
                    throw new IllegalArgumentException("registers Tollgate without the secret that it demands");
                }
                yield new Registration(
                        new ClientIdentity.Secret(
                                id,
                                secret,
                                method.equals(BASIC)
                                        ? ClientIdentity.SecretMethod.BASIC
                                        : ClientIdentity.SecretMethod.POST),
                        until == null || until <= 0 ? null : Instant.ofEpochSecond(Math.min(until, 1L << 40)));
            }
            default -> throw new IllegalArgumentException("registers Tollgate with a way to sign in that it has not");
        };
    }
}
