package dev.tollgate.control.oauth;

import dev.tollgate.control.outgoing.Fetch;
import dev.tollgate.control.outgoing.OutgoingGate;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what a provider says of itself (RFC 8414, OpenID Connect Discovery 1.0), in the order that MCP has of them. */
final class ProviderDiscovery {
    private static final String OAUTH = "oauth-authorization-server";
    private static final String OPENID = "openid-configuration";

    private final Documents documents;
    private final OutgoingGate gate;

    ProviderDiscovery(Fetch fetch, OutgoingGate gate) {
        this.documents = new Documents(fetch);
        this.gate = gate;
    }

    /**
     * @return empty if it publishes nothing
     */
    Optional<Provider> find(URI issuer) {
        if (issuer.getRawQuery() != null || issuer.getRawFragment() != null) {
            throw new IllegalArgumentException("is named with more than an address without query and fragment");
        }
        for (URI place : places(issuer)) {
            Optional<Document> document = documents.find(place);
            if (document.isPresent()) {
                return Optional.of(read(document.get(), issuer));
            }
        }
        return Optional.empty();
    }

    private static Set<URI> places(URI issuer) {
        Set<URI> places = new LinkedHashSet<>();
        places.add(WellKnown.inserted(issuer, OAUTH));
        places.add(WellKnown.inserted(issuer, OPENID));
        places.add(WellKnown.appended(issuer, OPENID));
        return places;
    }

    private Provider read(Document document, URI issuer) {
        // RFC 8414, 3.3, letter by letter: whoever answers for an issuer must be found where that issuer says.
        if (!issuer.toString().equals(document.text("issuer"))) {
            throw new IllegalArgumentException("answers for another issuer than its own address");
        }
        @Nullable URI tokens = endpoint(document, "token_endpoint");
        if (tokens == null) {
            throw new IllegalArgumentException("names no usable token_endpoint in its document");
        }
        return new Provider(
                issuer,
                endpoint(document, "authorization_endpoint"),
                tokens,
                endpoint(document, "registration_endpoint"),
                endpoint(document, "revocation_endpoint"),
                document.texts("scopes_supported"),
                document.texts("token_endpoint_auth_methods_supported"),
                document.texts("grant_types_supported"),
                document.texts("code_challenge_methods_supported"),
                document.flag("authorization_response_iss_parameter_supported"),
                document.flag("client_id_metadata_document_supported"),
                true);
    }

    private @Nullable URI endpoint(Document document, String name) {
        @Nullable URI address = document.address(name);
        if (address != null) {
            try {
                gate.checkSecure(address);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("names no usable " + name + " in its document", e);
            }
        }
        return address;
    }
}
