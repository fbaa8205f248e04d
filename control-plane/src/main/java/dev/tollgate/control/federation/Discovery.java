package dev.tollgate.control.federation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tollgate.control.outgoing.Fetch;
import dev.tollgate.control.outgoing.OutgoingGate;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an OpenID provider says of itself (OpenID Connect Discovery 1.0). */
@ApplicationScoped
class Discovery {
    static final String SUFFIX = "/.well-known/openid-configuration";
    static final int BODY_BYTES_MAX = 64 * 1024;
    private static final Fetch.Wanted DOCUMENT =
            new Fetch.Wanted("application/json", BODY_BYTES_MAX, Duration.ofSeconds(5));
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Fetch fetch;
    private final OutgoingGate gate;

    Discovery(Fetch fetch, OutgoingGate gate) {
        this.fetch = fetch;
        this.gate = gate;
    }

    /**
     * The provider at an address. Where its people and our identity provider are sent is judged like the address itself.
     *
     * @throws IllegalArgumentException if there is none that may be used, with the reason for an admin
     */
    Provider read(URI address) {
        if (!address.toString().endsWith(SUFFIX) || address.getQuery() != null) {
            throw new IllegalArgumentException("ends with " + SUFFIX);
        }
        JsonNode document = json(fetch.getSecurely(address, DOCUMENT));
        URI issuer = endpoint(document, "issuer");
        // Section 4.3: whoever answers for an issuer must be found where that issuer says.
        if (!(issuer.toString().replaceAll("/$", "") + SUFFIX).equals(address.toString())) {
            throw new IllegalArgumentException("answers for another issuer than its own address");
        }
        Map<String, URI> endpoints = new LinkedHashMap<>();
        for (String name : Provider.ENDPOINTS) {
            endpoints.put(name, endpoint(document, name));
        }
        Provider provider = new Provider(address, issuer, endpoints);
        checkKeys(URI.create(provider.endpoint("jwks_uri")));
        return provider;
    }

    /** Without them no sign-in comes to its end, and the sign-in service says so to nobody who could mend it. */
    private void checkKeys(URI address) {
        try {
            if (json(fetch.getSecurely(address, DOCUMENT)).path("keys").isArray()) {
                return;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("has no keys at the jwks_uri of its document: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("has no keys at the jwks_uri of its document");
    }

    private URI endpoint(JsonNode document, String name) {
        try {
            URI address = URI.create(document.path(name).asText());
            gate.checkSecure(address);
            return address;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("names no usable " + name + " in its document", e);
        }
    }

    private static JsonNode json(byte[] body) {
        try {
            JsonNode document = JSON.readTree(body);
            if (document != null && document.isObject()) {
                return document;
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("answers no JSON object", e);
        }
        throw new IllegalArgumentException("answers no JSON object");
    }
}
