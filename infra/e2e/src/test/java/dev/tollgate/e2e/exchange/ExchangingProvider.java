package dev.tollgate.e2e.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Person;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.local.backend.KeycloakAdmin;
import java.io.IOException;
import java.net.URI;
import java.util.stream.StreamSupport;

/** A provider of the company's own, another realm of the same Keycloak, whose client Tollgate may exchange its tokens. */
final class ExchangingProvider {
    static final String CLIENT = "tollgate";
    static final String SECRET = "a secret between the two";
    /** Whom tokens can be exchanged for, and the scope that it takes. */
    static final String AUDIENCE = "crm";

    static final Person ANN = new Person("ann@work.example", "known at work alone");
    static final Person BEN = new Person("ben@work.example", "another one at work");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final KeycloakAdmin realm;

    private ExchangingProvider(KeycloakAdmin realm) {
        this.realm = realm;
    }

    static ExchangingProvider of(Tollgate tollgate, Company company) throws IOException, InterruptedException {
        var made = """
                {"realm": "exchanging-%s", "enabled": true, "sslRequired": "external",
                 "clients": [{"clientId": "%s", "secret": "%s", "serviceAccountsEnabled": true, "redirectUris": ["%s"],
                              "attributes": {"standard.token.exchange.enabled": "true"}},
                             {"clientId": "%s", "secret": "of the crm", "standardFlowEnabled": false}],
                 "users": [%s, %s]}""".formatted(
                        company.tenant().slug(),
                        CLIENT,
                        SECRET,
                        tollgate.controlPlane().resolve("/oauth/callback"),
                        AUDIENCE,
                        user(ANN, "Ann"),
                        user(BEN, "Ben"));
        var provider = new ExchangingProvider(tollgate.identities().withRealm(JSON.readTree(made)));
        provider.offerScope();
        return provider;
    }

    private static String user(Person person, String name) {
        return """
                {"username": "%1$s", "email": "%1$s", "emailVerified": true, "enabled": true, "firstName": "%2$s",
                 "lastName": "Work", "realmRoles": ["offline_access"],
                 "credentials": [{"type": "password", "value": "%3$s", "temporary": false}]}""".formatted(person.email(), name, person.password());
    }

    /** Tokens with it are for the server; without it they are not. */
    private void offerScope() throws IOException, InterruptedException {
        var scope = """
                {"name": "%1$s", "protocol": "openid-connect", "attributes": {"include.in.token.scope": "true"},
                 "protocolMappers": [{"name": "audience", "protocol": "openid-connect", "protocolMapper": "oidc-audience-mapper",
                   "config": {"included.client.audience": "%1$s", "access.token.claim": "true"}}]}""".formatted(AUDIENCE);
        realm.post("/client-scopes", JSON.readTree(scope));
        JsonNode made = StreamSupport.stream(realm.get("/client-scopes").spliterator(), false)
                .filter(one -> one.required("name").asText().equals(AUDIENCE))
                .findFirst()
                .orElseThrow();
        String client = realm.get("/clients?clientId=" + CLIENT)
                .required(0)
                .required("id")
                .asText();
        realm.put(
                "/clients/" + client + "/optional-client-scopes/"
                        + made.required("id").asText(),
                JSON.createObjectNode());
    }

    URI issuer() {
        return URI.create(realm.issuer());
    }
}
