package dev.tollgate.control.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.control.keycloak.KeycloakRealm;
import dev.tollgate.control.testing.SharedStack;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.local.backend.KeycloakAdmin;
import dev.tollgate.local.part.Secrets;
import dev.tollgate.local.stack.LocalStack;
import dev.tollgate.model.api.PeopleRule;
import java.io.IOException;
import java.net.URI;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** On a real Keycloak, with the rights that the control plane's own account has there. */
@ExtendWith(SharedStack.class)
class KeycloakLinksTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static LocalStack stack;
    private static KeycloakAdmin admin;
    private static Links links;

    private final String slug = "t" + UUID.randomUUID().toString().substring(0, 8);
    private final String domain = slug + ".example";
    private String organization;

    @BeforeAll
    static void start(LocalStack shared) {
        stack = shared;
        admin = stack.backends().keycloak().admin();
        Map<String, String> config = stack.config();
        String url = value(config, "url");
        KeycloakRealm realm =
                new KeycloakRealm(url, "tollgate", value(config, "client-id"), value(config, "client-secret"), JSON);
        links = new KeycloakLinks(realm, url, "tollgate");
    }

    private static String value(Map<String, String> config, String key) {
        return Objects.requireNonNull(config.get("tollgate.keycloak." + key));
    }

    @BeforeEach
    void fresh() throws Exception {
        organization = organization(slug);
    }

    @Test
    void aProviderIsLinkedToItsOrganizationAloneAndUnlinked() throws Exception {
        // when
        links.put(organization, slug, provider("https://one.example"), "tollgate", Optional.of("s3cret"), domains());
        // then
        Link link = links.find(organization, slug).orElseThrow();
        assertThat(link.issuer()).hasToString("https://one.example");
        assertThat(link.domains()).containsExactly(domain);
        assertThat(link.redirectUri().toString()).endsWith("/realms/tollgate/broker/tenant-" + slug + "/endpoint");
        assertThat(linked(organization)).containsExactly("tenant-" + slug);
        JsonNode instance = admin.get("/identity-provider/instances/tenant-" + slug);
        assertThat(instance.path("config").path("tokenUrl").asText()).isEqualTo("https://one.example/token");
        assertThat(instance.path("trustEmail").asBoolean()).isFalse();
        assertThat(instance.path("config").path("kc.org.domain").asText()).isEqualTo("ANY");
        assertThat(instance.path("organizationId").asText()).isEqualTo(organization);
        // and when
        links.remove(organization, slug);
        links.remove(organization, slug);
        // then
        assertThat(links.find(organization, slug)).isEmpty();
        assertThat(linked(organization)).isEmpty();
        assertThat(admin.get("/organizations/" + organization).path("domains")).isEmpty();
    }

    @Test
    void aChangeKeepsTheSecretThatIsNotGivenAnew() throws Exception {
        links.put(organization, slug, provider("https://one.example"), "tollgate", Optional.of("s3cret"), domains());

        links.put(organization, slug, provider("https://two.example"), "another", Optional.empty(), domains());

        Link link = links.find(organization, slug).orElseThrow();
        assertThat(link.issuer()).hasToString("https://two.example");
        assertThat(link.clientId()).isEqualTo("another");
        assertThat(secretInDatabase()).isEqualTo("s3cret");
        assertThat(linked(organization)).containsExactly("tenant-" + slug);
    }

    @Test
    void peopleAreSentToItOnceItIsLiveAndAfterAChangeToo() throws Exception {
        links.put(organization, slug, provider("https://one.example"), "tollgate", Optional.of("s3cret"), domains());
        assertThat(links.find(organization, slug))
                .hasValueSatisfying(link -> assertThat(link.live()).isFalse());
        assertThat(sentByAddress()).isEqualTo("false");

        links.goLive(slug);
        assertThat(links.find(organization, slug))
                .hasValueSatisfying(link -> assertThat(link.live()).isTrue());
        assertThat(sentByAddress()).isEqualTo("true");
        assertThat(secretInDatabase()).isEqualTo("s3cret");
        assertThat(linked(organization)).containsExactly("tenant-" + slug);
        JsonNode live = admin.get("/identity-provider/instances/tenant-" + slug);
        assertThat(live.path("firstBrokerLoginFlowAlias").asText()).doesNotStartWith("tollgate");
        assertThat(live.path("postBrokerLoginFlowAlias").asText()).isEmpty();

        links.put(organization, slug, provider("https://two.example"), "another", Optional.empty(), domains());
        assertThat(sentByAddress()).isEqualTo("true");
    }

    @Test
    void aProviderThatIsNotLiveStandsBehindAGateThatIsClosedOnce() throws Exception {
        links.put(organization, slug, provider("https://one.example"), "tollgate", Optional.of("s3cret"), domains());
        links.put(organization, slug, provider("https://two.example"), "tollgate", Optional.empty(), domains());

        JsonNode instance = admin.get("/identity-provider/instances/tenant-" + slug);
        assertThat(instance.path("firstBrokerLoginFlowAlias").asText()).isEqualTo(KeycloakGate.FIRST);
        assertThat(instance.path("postBrokerLoginFlowAlias").asText()).isEqualTo(KeycloakGate.EACH);
        for (String flow : List.of(KeycloakGate.FIRST, KeycloakGate.EACH)) {
            assertThat(admin.get("/authentication/flows/" + flow + "/executions")
                            .valueStream())
                    .extracting(
                            each -> each.path("requirement").asText(),
                            each -> each.path("providerId").asText(),
                            each -> each.path("level").asInt())
                    .startsWith(
                            tuple("CONDITIONAL", "", 0),
                            tuple("REQUIRED", "conditional-client-scope", 1),
                            tuple("REQUIRED", "deny-access-authenticator", 1));
        }
    }

    @Test
    void aGateThatWasLeftHalfMadeIsClosed() throws Exception {
        links.put(organization, slug, provider("https://one.example"), "tollgate", Optional.of("s3cret"), domains());
        JsonNode gate = admin.get("/authentication/flows/" + KeycloakGate.EACH + "/executions")
                .required(0);
        admin.put(
                "/authentication/flows/" + KeycloakGate.EACH + "/executions",
                ((ObjectNode) gate.deepCopy()).put("requirement", "DISABLED"));
        JsonNode deny = admin.get("/authentication/flows/" + KeycloakGate.EACH + "-gate/executions")
                .required(1);
        admin.delete("/authentication/executions/" + deny.required("id").asText());

        links.put(organization, slug, provider("https://one.example"), "tollgate", Optional.empty(), domains());

        assertThat(admin.get("/authentication/flows/" + KeycloakGate.EACH + "/executions")
                        .valueStream())
                .extracting(
                        each -> each.path("requirement").asText(),
                        each -> each.path("providerId").asText())
                .containsExactly(
                        tuple("CONDITIONAL", ""),
                        tuple("REQUIRED", "conditional-client-scope"),
                        tuple("REQUIRED", "deny-access-authenticator"),
                        tuple("REQUIRED", "allow-access-authenticator"));
    }

    private String sentByAddress() throws Exception {
        return admin.get("/identity-provider/instances/tenant-" + slug)
                .path("config")
                .path("kc.org.broker.redirect.mode.email-matches")
                .asText();
    }

    @Test
    void aDomainBelongsToOneTenant() throws Exception {
        links.put(organization, slug, provider("https://one.example"), "tollgate", Optional.of("s3cret"), domains());
        String other = organization(slug + "-other");

        assertThatThrownBy(() -> links.put(
                        other, slug + "-other", provider("https://evil.example"), "x", Optional.of("x"), domains()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.Invalid.class));

        assertThat(links.find(other, slug + "-other")).isEmpty();
    }

    @Test
    void aMappingIsOneMapperForEachRoleAndIsReplaced() throws Exception {
        links.put(organization, slug, provider("https://one.example"), "tollgate", Optional.of("s3cret"), domains());
        Mapping mapping = new Mapping(
                "groups",
                "oid",
                List.of(
                        new PeopleRule("R&D (all)", List.of("tool-admin", "viewer"), null),
                        new PeopleRule("Money", List.of("viewer"), null)));

        links.map(slug, mapping);
        links.map(slug, mapping);

        String address = "/identity-provider/instances/tenant-" + slug + "/mappers";
        assertThat(admin.get(address).findValuesAsText("role")).containsExactlyInAnyOrder("tool-admin", "viewer");
        assertThat(admin.get(address).findValuesAsText("template")).containsExactly("${CLAIM.oid}");
        assertThat(admin.get(address).findValuesAsText("syncMode")).containsOnly("FORCE");
        links.map(slug, Mapping.NONE);
        assertThat(admin.get(address)).isEmpty();
        links.map("nobody-" + slug, mapping);
    }

    @Test
    void theClaimIsKeptAtTheAccountWhereItGivesTeams() throws Exception {
        links.put(organization, slug, provider("https://one.example"), "tollgate", Optional.of("s3cret"), domains());
        PeopleRule team = new PeopleRule("Engineering", List.of(), "team:" + UUID.randomUUID());

        links.map(slug, new Mapping("groups", null, List.of(team)));

        JsonNode mappers = admin.get("/identity-provider/instances/tenant-" + slug + "/mappers");
        assertThat(mappers.findValuesAsText("user.attribute")).containsExactly(MappingService.GROUPS_ATTRIBUTE);
        assertThat(mappers.findValuesAsText("claim")).containsExactly("groups");
        links.map(slug, new Mapping("groups", null, List.of(new PeopleRule("Engineering", List.of("viewer"), null))));
        assertThat(admin.get("/identity-provider/instances/tenant-" + slug + "/mappers")
                        .findValuesAsText("user.attribute"))
                .isEmpty();
    }

    @Test
    void anAccountIsJoinedToWhoItIsAtTheProviderAndFollowsAChange() throws Exception {
        String email = "ada@" + domain;
        admin.post("/users", JSON.valueToTree(Map.of("username", email, "email", email, "enabled", true)));
        String id = admin.get("/users?exact=true&email=" + email)
                .required(0)
                .required("id")
                .asText();
        links.join(slug, id, "00u1");
        String address = "/users/" + id + "/federated-identity";
        assertThat(admin.get(address)).isEmpty();
        links.put(organization, slug, provider("https://one.example"), "tollgate", Optional.of("s3cret"), domains());

        links.join(slug, id, "00u1");
        links.join(slug, id, "00u1");
        links.join(slug, id, "00u2");

        assertThat(admin.get(address).findValuesAsText("userId")).containsExactly("00u2");
    }

    private List<String> domains() {
        return List.of(domain);
    }

    private static Provider provider(String issuer) {
        return new Provider(
                URI.create(issuer + Discovery.SUFFIX),
                URI.create(issuer),
                Map.of(
                        "authorization_endpoint",
                        URI.create(issuer + "/authorize"),
                        "token_endpoint",
                        URI.create(issuer + "/token"),
                        "jwks_uri",
                        URI.create(issuer + "/keys")));
    }

    private static List<String> linked(String organization) throws IOException, InterruptedException {
        return admin.get("/organizations/" + organization + "/identity-providers")
                .findValuesAsText("alias");
    }

    /** Keycloak answers asterisks; what it sends to the provider is what it has. */
    private String secretInDatabase() throws Exception {
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + stack.options().ports().of("postgresql") + "/keycloak",
                        "postgres",
                        Secrets.in(stack.options().data()).of("postgresql.superuser"));
                var query = connection.prepareStatement("select c.value from identity_provider_config c"
                        + " join identity_provider p on p.internal_id = c.identity_provider_id"
                        + " where p.provider_alias = ? and c.name = 'clientSecret'")) {
            query.setString(1, "tenant-" + slug);
            try (var row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getString(1);
            }
        }
    }

    private static String organization(String alias) throws IOException, InterruptedException {
        admin.post("/organizations", JSON.valueToTree(Map.of("name", alias, "alias", alias)));
        return admin.get("/organizations?exact=true&search=" + alias)
                .required(0)
                .required("id")
                .asText();
    }
}
