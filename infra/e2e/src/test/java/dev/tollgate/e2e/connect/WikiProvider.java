package dev.tollgate.e2e.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.local.backend.KeycloakAdmin;
import dev.tollgate.model.api.ClientMethod;
import dev.tollgate.model.api.NewOauthCredential;
import dev.tollgate.model.api.OauthCredential;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.StreamSupport;

/** The wiki's authorization server: another realm of the same Keycloak, which knows nothing of ours, and counts. */
final class WikiProvider {
    static final String PERSON = "wanda";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CLIENT = "tollgate-at-the-wiki";
    private static final String SECRET = "a secret between wiki and gateway";
    private static final String PASSWORD = "known at the wiki alone";

    private final KeycloakAdmin realm;

    private WikiProvider(KeycloakAdmin realm) {
        this.realm = realm;
    }

    static WikiProvider of(Tollgate tollgate, String name) throws IOException, InterruptedException {
        var made = """
                {"realm": "%1$s", "enabled": true, "sslRequired": "external", "eventsEnabled": true,
                 "enabledEventTypes": ["CODE_TO_TOKEN", "CODE_TO_TOKEN_ERROR", "REVOKE_GRANT"],
                 "clients": [{"clientId": "%2$s", "secret": "%3$s", "redirectUris": ["%4$s"], "standardFlowEnabled": true}],
                 "users": [{"username": "%5$s", "email": "wanda@wiki.example", "emailVerified": true, "enabled": true,
                   "firstName": "Wanda", "lastName": "Wiki", "realmRoles": ["offline_access"],
                   "credentials": [{"type": "password", "value": "%6$s", "temporary": false}]}]}""".formatted(
                        name, CLIENT, SECRET, tollgate.controlPlane().resolve("/oauth/callback"), PERSON, PASSWORD);
        return new WikiProvider(tollgate.identities().withRealm(JSON.readTree(made)));
    }

    String issuer() {
        return realm.issuer();
    }

    NewOauthCredential credential(OauthCredential.Who who) {
        return new NewOauthCredential(
                who,
                URI.create(issuer()),
                CLIENT,
                ClientMethod.CLIENT_SECRET_BASIC,
                SECRET,
                List.of("openid"),
                null,
                // Keycloak 26.7 answers 500 to a resource where a token has no audience.
                true);
    }

    /** Signs in at the wiki and consents, in whoever's browser this is, until it is led away from there. */
    void letsIn(Page page) {
        page.waitForURL(url -> url.startsWith(issuer()));
        page.locator("#username").fill(PERSON);
        page.locator("#password").fill(PASSWORD);
        page.locator("#kc-login").click();
        var accept = page.locator("input[name=accept]");
        page.waitForCondition(() -> !page.url().startsWith(issuer()) || accept.isVisible());
        if (page.url().startsWith(issuer())) {
            accept.click();
            page.waitForURL(url -> !url.startsWith(issuer()));
        }
    }

    /** How often a code was brought, rightly or wrongly. */
    long codesBrought() throws IOException, InterruptedException {
        return StreamSupport.stream(
                        realm.get("/events?type=CODE_TO_TOKEN&type=CODE_TO_TOKEN_ERROR")
                                .spliterator(),
                        false)
                .count();
    }

    boolean hasRevoked() throws IOException, InterruptedException {
        JsonNode events = realm.get("/events?type=REVOKE_GRANT");
        return !events.isEmpty();
    }
}
