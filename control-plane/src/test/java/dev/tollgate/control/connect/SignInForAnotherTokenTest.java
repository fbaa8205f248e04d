package dev.tollgate.control.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The browser's way where the sign-in is not for the server: what is asked for, and what of the answer is used. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
class SignInForAnotherTokenTest {
    private final WikiAndProvider company = new WikiAndProvider();
    private Acting owner;
    private Acting ada;
    private String server;
    private String mine;

    @BeforeEach
    void server() {
        owner = Acting.ownerOfNewTenant("signin");
        ada = owner.person(UUID.randomUUID().toString());
        server = owner.server("crm", owner.environment("production"));
        mine = "/me/connections/" + server;
        owner.put("/servers/" + server + "/credential", Map.of("oauth", wanted()))
                .statusCode(200);
    }

    @AfterEach
    void away() {
        company.close();
    }

    private Map<String, Object> wanted() {
        return new HashMap<>(Map.of(
                "who",
                "EACH_PERSON",
                "issuer",
                company.issuer(),
                "clientId",
                "tollgate",
                "method",
                "CLIENT_SECRET_BASIC",
                "secret",
                "medlar",
                "scopes",
                List.of("openid"),
                "exchange",
                Map.of("audience", "crm", "scopes", List.of("crm.read"))));
    }

    @Test
    void a_person_signs_in_for_the_provider_alone_and_waits_for_the_servers_token() {
        Traveller traveller = Traveller.departing(ada, mine + "/departure", Map.of());
        assertThat(traveller.asked())
                .containsEntry("client_id", "tollgate")
                .containsEntry("scope", "openid")
                .doesNotContainKey("resource");

        traveller.comesBack(ada, company.issuer()).statusCode(200).body("token.state", equalTo("PENDING"));

        assertThat(company.tokenRequests()).hasSize(1);
        assertThat(company.tokenRequests().getFirst())
                .containsEntry("grant_type", "authorization_code")
                .doesNotContainKey("resource");
        ada.get(mine)
                .body("kind", equalTo("PERSON_TOKEN_EXCHANGE"))
                .body("issuer", equalTo(company.issuer()))
                .body("token.scopes", equalTo(List.of()));
        ada.post(mine + "/clients/allow", Map.of("client", "https://agent.example/client"))
                .statusCode(200);
    }

    @Test
    void nobody_allows_a_client_before_they_signed_in() {
        ada.post(mine + "/clients/allow", Map.of("client", "https://agent.example/client"))
                .statusCode(409)
                .body("detail", containsString("Connect"));
    }

    @Test
    void the_sign_in_asks_for_no_scopes_of_the_servers() {
        ada.post(mine + "/departure", Map.of("scopes", List.of("crm.write")))
                .statusCode(422)
                .body("errors.field", hasItem("scopes"));
    }

    @Test
    void ending_it_revokes_the_sign_in() {
        Traveller.departing(ada, mine + "/departure", Map.of())
                .comesBack(ada, company.issuer())
                .statusCode(200);

        ada.request().delete(mine).then().statusCode(200).body("provider", equalTo("REVOKED"));

        assertThat(company.revoked()).containsExactly(WikiAndProvider.REFRESH);
    }

    @Test
    void what_it_would_come_to_is_told_before_it_is_kept() {
        owner.post("/servers/" + server + "/credential/preview", wanted())
                .statusCode(200)
                .body("issuer", equalTo(company.issuer()))
                .body("knownBy", equalTo("GIVEN_CLIENT"))
                .body("resource", nullValue())
                .body("grant.issuer", equalTo(company.issuer()))
                .body("grant.scopes", equalTo(List.of("crm.read")))
                .body("grant.resource", equalTo("http://127.0.0.1:1909/mcp"))
                .body("grant.exchanges", nullValue());
        Map<String, Object> byGrant = wanted();
        byGrant.remove("exchange");
        byGrant.put("idJag", Map.of("issuer", "http://127.0.0.1:1908", "clientId", "brought"));
        owner.post("/servers/" + server + "/credential/preview", byGrant)
                .statusCode(422)
                .body("errors.field", hasItem("oauth"));
        byGrant.put("idJag", Map.of("issuer", company.issuer(), "clientId", "brought", "withoutResource", true));
        owner.post("/servers/" + server + "/credential/preview", byGrant)
                .statusCode(200)
                .body("grant.issuer", equalTo(company.issuer()))
                .body("grant.resource", nullValue());
    }
}
