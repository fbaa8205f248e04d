package dev.tollgate.control.federation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class IdentityProviderTest {
    private static final String PATH = "/identity-provider";

    private Acting owner;

    @BeforeEach
    void tenant() {
        owner = Acting.ownerOfNewTenant("federated");
    }

    @Test
    void a_provider_is_linked_by_its_discovery_document_changed_and_unlinked() throws Exception {
        try (OpenIdServer okta = new OpenIdServer()) {
            Map<String, Object> wanted = body(okta.discoveryUrl().toString());
            owner.get(PATH).statusCode(404);
            String redirectUri =
                    owner.get(PATH + "/redirect-uri").statusCode(200).extract().path("redirectUri");

            String etag = owner.put(PATH, wanted)
                    .statusCode(200)
                    .body("issuer", equalTo(okta.discoveryUrl().toString().replace(Discovery.SUFFIX, "")))
                    .body("domains", contains("acme.example"))
                    .body("redirectUri", equalTo(redirectUri))
                    .body(not(containsString("very-secret")))
                    .extract()
                    .header("ETag");

            wanted.remove("clientSecret");
            wanted.put("domains", List.of("acme.example", "acme.test"));
            owner.request()
                    .header("If-Match", "\"1\"")
                    .body(wanted)
                    .put(PATH)
                    .then()
                    .statusCode(412);
            owner.request()
                    .header("If-Match", etag)
                    .body(wanted)
                    .put(PATH)
                    .then()
                    .statusCode(200)
                    .body("domains", contains("acme.example", "acme.test"));
            owner.get(PATH).statusCode(200).body(not(containsString("very-secret")));
            owner.delete(PATH).statusCode(204);
            owner.get(PATH).statusCode(404);
            owner.delete(PATH).statusCode(404);
        }
    }

    @Test
    void a_new_one_is_tried_before_it_is_live_and_a_live_one_stays_so() throws Exception {
        try (OpenIdServer okta = new OpenIdServer()) {
            Map<String, Object> wanted = body(okta.discoveryUrl().toString());
            String etag = owner.put(PATH, wanted)
                    .statusCode(200)
                    .body("live", equalTo(false))
                    .extract()
                    .header("ETag");
            owner.request()
                    .header("If-Match", "\"1\"")
                    .post(PATH + "/live")
                    .then()
                    .statusCode(412);
            owner.request().post(PATH + "/live").then().statusCode(428);

            owner.request()
                    .header("If-Match", etag)
                    .post(PATH + "/live")
                    .then()
                    .statusCode(200)
                    .body("live", equalTo(true));

            owner.put(PATH, wanted).statusCode(200).body("live", equalTo(true));
            owner.colleague("admin")
                    .request()
                    .header("If-Match", "*")
                    .post(PATH + "/live")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_without_a_word_of_the_secret() throws Exception {
        try (OpenIdServer okta = new OpenIdServer()) {
            Map<String, Object> wanted = body(okta.discoveryUrl().toString());
            wanted.put("domains", List.of("not a domain"));
            wanted.remove("clientSecret");
            owner.put(PATH, wanted).statusCode(422).body("errors.field", contains("clientSecret", "domains"));
        }
        owner.put(PATH, body("https://10.0.0.1" + Discovery.SUFFIX))
                .statusCode(422)
                .body("errors.field", contains("discoveryUrl"))
                .body("errors[0].message", containsString("not allowed"))
                .body(not(containsString("very-secret")));
        owner.request()
                .body(body("https://10.0.0.1" + Discovery.SUFFIX))
                .put(PATH)
                .then()
                .statusCode(428);
        owner.get(PATH).statusCode(404);
    }

    @Test
    void a_client_that_the_provider_does_not_know_is_told_at_once() throws Exception {
        try (OpenIdServer okta = new OpenIdServer()) {
            for (String field : List.of("clientSecret", "clientId")) {
                Map<String, Object> wanted = body(okta.discoveryUrl().toString());
                wanted.put(field, "another");
                owner.put(PATH, wanted)
                        .statusCode(422)
                        .body("errors.field", contains("clientSecret"))
                        .body("errors[0].message", containsString("refused by the provider"))
                        .body(not(containsString("another")));
            }
        }
        owner.get(PATH).statusCode(404);
    }

    @Test
    void it_is_the_owners_alone() {
        owner.colleague("admin").get(PATH).statusCode(403);
        owner.colleague("admin").get(PATH + "/redirect-uri").statusCode(403);
        owner.colleague("admin")
                .put(PATH, body("https://1.1.1.1" + Discovery.SUFFIX))
                .statusCode(403);
    }

    private static Map<String, Object> body(String discoveryUrl) {
        return new HashMap<>(Map.of(
                "discoveryUrl",
                discoveryUrl,
                "clientId",
                "tollgate",
                "clientSecret",
                "very-secret",
                "domains",
                List.of("acme.example")));
    }
}
