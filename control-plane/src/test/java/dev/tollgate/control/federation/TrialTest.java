package dev.tollgate.control.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.control.federation.RealmSignIn.SignedIn;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class TrialTest {
    private static final String PATH = "/identity-provider/trial";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    FakeRealmSignIn realm;

    private Acting owner;

    @BeforeEach
    void aTenantWithAProvider() throws Exception {
        owner = tenantWithAProvider("tries");
    }

    private static Acting tenantWithAProvider(String name) throws Exception {
        Acting owner = Acting.ownerOfNewTenant(name);
        try (OpenIdServer okta = new OpenIdServer()) {
            owner.put(
                            "/identity-provider",
                            Map.of(
                                    "discoveryUrl",
                                    okta.discoveryUrl().toString(),
                                    "clientId",
                                    "tollgate",
                                    "clientSecret",
                                    OpenIdServer.SECRET,
                                    "domains",
                                    List.of("acme.example")))
                    .statusCode(200);
        }
        return owner;
    }

    @Test
    void shows_who_came_and_what_they_are_here() throws Exception {
        String team = owner.post("/subjects", Map.of("kind", "team", "name", "Builders"))
                .extract()
                .path("ref");
        owner.put(
                        "/people-mapping",
                        Map.of(
                                "claim",
                                "groups",
                                "rules",
                                List.of(Map.of("group", "Engineering", "roles", List.of("viewer"), "team", team))))
                .statusCode(200);
        String state = begin();
        owner.get(PATH).statusCode(200).body("state", equalTo("WAITING")).body("address", nullValue());
        String code = code(new SignedIn(
                "ann@acme.example",
                List.of("viewer", "default-roles-tollgate"),
                List.of(Acting.organizationOf(owner.slug())),
                JSON.readTree(
                        "{\"sub\": \"00u1\", \"groups\": [\"Engineering\"], \"long\": \"" + "x".repeat(600) + "\"}")));

        comesBack("state=" + state + "&code=" + code).statusCode(200).body(containsString("The trial is over"));

        owner.get(PATH)
                .statusCode(200)
                .body("state", equalTo("SUCCEEDED"))
                .body("outcome.user", equalTo("ann@acme.example"))
                .body("outcome.roles", contains("viewer"))
                .body("outcome.team", equalTo(team))
                .body("outcome.member", equalTo(true))
                .body("outcome.claims.groups", equalTo("[\"Engineering\"]"))
                .body("outcome.claims.long.length()", equalTo(TrialOutcome.CLAIM_CHARS_MAX + 1));
    }

    @Test
    void whoever_belongs_to_another_organization_is_no_member() throws Exception {
        String state = begin();
        String code = code(new SignedIn("eve@acme.example", List.of(), List.of("another"), JSON.readTree("{}")));

        comesBack("state=" + state + "&code=" + code).statusCode(200);

        owner.get(PATH).body("outcome.member", equalTo(false)).body("outcome.team", nullValue());
    }

    @Test
    void a_state_counts_once_and_for_the_latest_trial_of_its_own_tenant_alone() throws Exception {
        String before = begin();
        String state = begin();
        Acting other = Acting.ownerOfNewTenant("tries-too");
        String anothers = other.tenantId() + state.substring(state.indexOf('.'));
        for (String wrong : List.of(before, anothers, state + "x", "none", UUID.randomUUID() + ".x", "")) {
            comesBack("state=" + wrong + "&code=" + someone()).statusCode(400);
        }
        owner.get(PATH).body("state", equalTo("WAITING"));

        comesBack("state=" + state + "&code=" + someone()).statusCode(200);
        comesBack("state=" + state + "&error=access_denied").statusCode(400);

        owner.get(PATH).body("state", equalTo("SUCCEEDED"));
        other.get(PATH).statusCode(404);
    }

    @Test
    void what_failed_is_said_in_words_of_our_own() {
        comesBack("state=" + begin() + "&error=access_denied&error_description=%3Cb%3E")
                .statusCode(200)
                .body(not(containsString("<b>")));
        owner.get(PATH).body("state", equalTo("FAILED")).body("problem", containsString("gave up"));

        comesBack("state=" + begin() + "&code=no-code-of-the-realm").statusCode(200);
        owner.get(PATH).body("state", equalTo("FAILED")).body("problem", containsString("did not take back"));

        begin();
        realm.fails(owner.slug(), "identity_provider_login_failure");
        owner.get(PATH).body("state", equalTo("FAILED")).body("problem", containsString("Check the client's id"));
    }

    @Test
    void what_names_no_provider_is_told_unless_another_tenant_tries_its_own() throws Exception {
        begin();
        realm.failsWithoutNaming(owner.slug(), "identity_provider_login_failure");
        Acting other = tenantWithAProvider("tries-beside");
        other.request().post(PATH).then().statusCode(200);
        realm.failsWithoutNaming(owner.slug(), "identity_provider_login_failure");
        owner.get(PATH).body("state", equalTo("WAITING")).body("problem", nullValue());

        realm.fails(other.slug(), "access_denied");
        other.get(PATH).body("state", equalTo("FAILED"));

        owner.get(PATH).body("state", equalTo("FAILED")).body("problem", containsString("Check the client's id"));
    }

    @Test
    void what_has_failed_is_over() {
        String state = begin();
        realm.fails(owner.slug(), "identity_provider_login_failure");
        owner.get(PATH).body("state", equalTo("FAILED"));

        comesBack("state=" + state + "&error=access_denied").statusCode(400);

        owner.get(PATH).body("problem", containsString("Check the client's id"));
    }

    @Test
    void it_is_the_owners_alone_and_needs_a_provider() {
        owner.colleague("admin").request().post(PATH).then().statusCode(403);
        owner.colleague("admin").get(PATH).statusCode(403);
        owner.get(PATH).statusCode(404);
        Acting.ownerOfNewTenant("unlinked").request().post(PATH).then().statusCode(404);
    }

    private String begin() {
        String address =
                owner.request().post(PATH).then().statusCode(200).extract().path("address");
        assertThat(address).contains("hint=" + owner.slug());
        return address.substring(address.indexOf("state=") + 6, address.indexOf("&hint"));
    }

    private String someone() throws Exception {
        return code(new SignedIn("ann@acme.example", List.of(), List.of(), JSON.readTree("{}")));
    }

    private String code(SignedIn who) {
        String code = UUID.randomUUID().toString();
        realm.gives(code, who);
        return code;
    }

    private static ValidatableResponse comesBack(String query) {
        return RestAssured.given()
                .urlEncodingEnabled(false)
                .get("/api/v1/sign-in-trial?" + query)
                .then();
    }
}
