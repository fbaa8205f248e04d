package dev.tollgate.e2e.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import dev.tollgate.e2e.browser.Browser;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.local.backend.KeycloakAdmin;
import dev.tollgate.model.api.NewIdentityProvider;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** A provider of the company's own: another realm of the same Keycloak, which knows nothing of ours. */
final class OwnProvider {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CLIENT = "tollgate";
    private static final String SECRET = "a secret between the two";
    private static final String PASSWORD = "known at the company alone";

    private final KeycloakAdmin realm;
    private final String domain;

    private OwnProvider(KeycloakAdmin realm, String domain) {
        this.realm = realm;
        this.domain = domain;
    }

    /**
     * @param redirectUri that it is told to allow
     */
    static OwnProvider of(Tollgate tollgate, Company company, URI redirectUri)
            throws IOException, InterruptedException {
        var made = """
                {"realm": "own-%1$s", "enabled": true, "sslRequired": "external",
                 "groups": [{"name": "Engineering"}, {"name": "R&D (all)"}],
                 "clients": [{"clientId": "%2$s", "secret": "%3$s", "redirectUris": ["%4$s"], "standardFlowEnabled": true,
                   "protocolMappers": [{"name": "groups", "protocol": "openid-connect",
                     "protocolMapper": "oidc-group-membership-mapper",
                     "config": {"claim.name": "groups", "full.path": "false", "id.token.claim": "true",
                       "access.token.claim": "true", "userinfo.token.claim": "true"}}]}]}""".formatted(company.tenant().slug(), CLIENT, SECRET, redirectUri);
        return new OwnProvider(
                tollgate.identities().withRealm(JSON.readTree(made)),
                company.tenant().slug() + ".example");
    }

    NewIdentityProvider link() {
        return link(discovery(), SECRET);
    }

    /** As somebody fills it in who got something wrong. */
    NewIdentityProvider link(URI discovery, String secret) {
        return new NewIdentityProvider(discovery, CLIENT, secret, List.of(domain));
    }

    URI discovery() {
        return URI.create(issuer() + "/.well-known/openid-configuration");
    }

    /** Gives the client another secret, and nobody tells us. */
    void rotatesSecret(String secret) throws IOException, InterruptedException {
        ObjectNode known = (ObjectNode) realm.get("/clients?clientId=" + CLIENT).required(0);
        realm.put("/clients/" + known.required("id").asText(), known.put("secret", secret));
    }

    String email(String name) {
        return name + "@" + domain;
    }

    /** Someone of the company; answers what the provider knows them as. */
    String employs(String name, String... groups) throws IOException, InterruptedException {
        var person = """
                {"username": "%1$s", "email": "%2$s", "emailVerified": true, "enabled": true, "firstName": "%1$s",
                 "lastName": "of the company", "groups": %3$s,
                 "credentials": [{"type": "password", "value": "%4$s", "temporary": false}]}""".formatted(name, email(name), JSON.valueToTree(groups), PASSWORD);
        realm.post("/users", JSON.readTree(person));
        return idOf(name);
    }

    void takesOut(String name, String group) throws IOException, InterruptedException {
        for (JsonNode known : realm.get("/groups?exact=true&search=" + group)) {
            realm.delete(
                    "/users/" + idOf(name) + "/groups/" + known.required("id").asText());
        }
    }

    private String idOf(String name) throws IOException, InterruptedException {
        return realm.get("/users?exact=true&username=" + name)
                .required(0)
                .required("id")
                .asText();
    }

    String issuer() {
        return realm.issuer();
    }

    /** Begins where a client sends people, is sent to the provider by the address, and signs in there. */
    void signsInByAddress(Browser browser, URI authorize, String name) {
        var page = browser.page();
        page.navigate(authorize.toString());
        page.locator("#username").fill(email(name));
        page.locator("#kc-login").click();
        signIn(page, name);
    }

    /** Refuses someone from now on, as when they have left; nobody tells us. */
    void bars(String name) throws IOException, InterruptedException {
        ObjectNode known = (ObjectNode) realm.get("/users/" + idOf(name));
        realm.put("/users/" + idOf(name), known.put("enabled", false));
    }

    /** Opens the console, is sent to the provider by the address, and signs in there. */
    Page signsIn(Browser browser, Tollgate tollgate, String name) {
        var page = browser.page();
        page.navigate(tollgate.console().toString());
        page.locator("#username").fill(email(name));
        page.locator("#kc-login").click();
        signIn(page, name);
        return page;
    }

    /** Follows an address that leads to the provider without a word of ours, and signs in there. */
    void signsInAt(Browser browser, String address, String name) {
        browser.page().navigate(address);
        signIn(browser.page(), name);
    }

    private void signIn(Page page, String name) {
        page.waitForURL(url -> url.startsWith(realm.issuer()));
        page.locator("#username").fill(name);
        page.locator("#password").fill(PASSWORD);
        page.locator("#kc-login").click();
    }
}
