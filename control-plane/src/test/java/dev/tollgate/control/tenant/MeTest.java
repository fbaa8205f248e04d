package dev.tollgate.control.tenant;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.tollgate.control.testing.Postgres;
import dev.tollgate.control.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class MeTest {
    @Test
    void a_person_without_organization_has_no_tenant() {
        given().auth()
                .oauth2(Tokens.outsider("operator"))
                .when()
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("username", equalTo("outsider"))
                .body("roles", contains("operator"))
                .body("tenant", nullValue());
    }

    @Test
    void no_token_is_answered_with_a_problem_and_a_challenge() {
        given().when()
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("type", equalTo("https://tollgate.dev/problems/unauthorized"))
                .body("instance", equalTo("/api/v1/me"));
    }

    @Test
    void a_token_for_another_service_is_not_accepted() {
        given().auth()
                .oauth2(Tokens.foreignAudience("any", "owner"))
                .when()
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void an_unknown_path_is_a_problem() {
        given().when().get("/api/v1/nowhere").then().statusCode(404).contentType("application/problem+json");
    }
}
