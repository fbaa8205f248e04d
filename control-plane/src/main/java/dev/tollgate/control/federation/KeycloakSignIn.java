package dev.tollgate.control.federation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tollgate.control.keycloak.KeycloakRealm;
import dev.tollgate.control.keycloak.Reply;
import dev.tollgate.control.oauth.PublicAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The control plane's own client of the realm, with a browser. Tokens come from the realm itself over the connection that was
 * asked on, and are read, kept nowhere and not checked again.
 */
@ApplicationScoped
class KeycloakSignIn implements RealmSignIn {
    /** What the realm's client has of the provider's id token, as {@code tollgate-realm.json} maps it. */
    static final String PROVIDERS_TOKEN = "provider_id_token";

    private static final Logger LOG = Logger.getLogger(KeycloakSignIn.class);
    private static final int EVENTS_MAX = 50;

    private final KeycloakRealm realm;
    private final URI redirectUri;
    private final ObjectMapper json;

    KeycloakSignIn(KeycloakRealm realm, PublicAddress address, ObjectMapper json) {
        this.realm = realm;
        this.redirectUri = address.of(TrialReturnResource.PATH);
        this.json = json;
    }

    @Override
    public URI address(String slug, String state, String challenge) {
        Reply pushed = realm.push("response_type=code&scope=openid&prompt=login&redirect_uri="
                + KeycloakRealm.encoded(redirectUri.toString()) + "&state=" + KeycloakRealm.encoded(state)
                + "&code_challenge=" + challenge + "&code_challenge_method=S256&kc_idp_hint="
                + KeycloakRealm.encoded(KeycloakLinks.alias(slug)));
        String request = realm.expectSuccess("take a trial", pushed)
                .body()
                .path("request_uri")
                .asText();
        return URI.create(realm.address("auth") + "?client_id=" + KeycloakRealm.encoded(realm.clientId())
                + "&request_uri=" + KeycloakRealm.encoded(request));
    }

    @Override
    public Optional<SignedIn> redeem(String code, String verifier) {
        Reply reply = realm.redeem("grant_type=authorization_code&code=" + KeycloakRealm.encoded(code)
                + "&redirect_uri=" + KeycloakRealm.encoded(redirectUri.toString()) + "&code_verifier=" + verifier);
        if (!reply.isSuccess()) {
            return Optional.empty();
        }
        JsonNode token = claims(reply.body().path("access_token").asText());
        end(token.path("sid").asText());
        List<String> organizations = new ArrayList<>();
        token.path("organization")
                .forEach(each -> organizations.add(each.path("id").asText()));
        List<String> roles = token.path("realm_access")
                .path("roles")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
        return Optional.of(new SignedIn(
                token.path("email").asText(),
                roles,
                organizations,
                claims(token.path(PROVIDERS_TOKEN).asText())));
    }

    /** Nobody goes on with it; one that stays ends by itself. */
    private void end(String session) {
        Reply ended = realm.send("DELETE", "/sessions/" + KeycloakRealm.encoded(session), null);
        if (!ended.isSuccess()) {
            LOG.warnf("the session of a trial is left to end by itself: status %d", ended.status());
        }
    }

    @Override
    public Optional<Failure> failure(String slug, Instant since) {
        JsonNode events = realm.get("/events?client=" + KeycloakRealm.encoded(realm.clientId()) + "&dateFrom="
                + since.toEpochMilli() + "&max=" + EVENTS_MAX);
        return events.valueStream()
                .filter(event -> event.path("type").asText().endsWith("_ERROR"))
                .filter(event -> event.path("time").asLong() >= since.toEpochMilli())
                .filter(event -> mayBeOf(slug, event))
                .map(event -> new Failure(
                        event.path("error").asText(),
                        Instant.ofEpochMilli(event.path("time").asLong()),
                        !provider(event).isEmpty()))
                .findFirst();
    }

    /** What fails between the realm and a provider, such as a wrong secret, names no provider. */
    private static boolean mayBeOf(String slug, JsonNode event) {
        String provider = provider(event);
        return provider.isEmpty() || provider.equals(KeycloakLinks.alias(slug));
    }

    private static String provider(JsonNode event) {
        return event.path("details").path("identity_provider").asText();
    }

    private JsonNode claims(String token) {
        String[] parts = token.split("[.]", -1);
        if (parts.length != 3) {
            return MissingNode.getInstance();
        }
        try {
            return json.readTree(Base64.getUrlDecoder().decode(parts[1]));
        } catch (IOException | IllegalArgumentException e) {
            return MissingNode.getInstance();
        }
    }
}
