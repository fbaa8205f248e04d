package dev.tollgate.control.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.control.testing.Postgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class ApiDocumentTest {
    @Test
    void every_operation_has_an_id_a_summary_and_its_problems() {
        Map<String, Map<String, Map<String, Object>>> paths = document().getMap("paths");

        assertThat(paths).containsKeys("/api/v1/me", "/api/v1/keys/{id}/revoke", "/api/v1/gateways");
        Set<Object> ids = new HashSet<>();
        paths.forEach((path, item) -> item.forEach((method, operation) -> {
            assertThat(operation).as("%s %s", method, path).containsKeys("operationId", "summary", "security");
            assertThat(ids.add(operation.get("operationId")))
                    .as("%s %s", method, path)
                    .isTrue();
            assertThat(operation)
                    .extractingByKey("responses")
                    .asString()
                    .contains("401", "#/components/schemas/Problem");
        }));
    }

    @Test
    void what_must_be_sent_is_said() {
        JsonPath document = document();
        String revoke = "paths.'/api/v1/keys/{id}/revoke'.post.";

        List<String> headers = document.getList(revoke + "parameters.findAll { it.in == 'header' }.name");
        assertThat(headers).containsExactlyInAnyOrder("If-Match", "Idempotency-Key");
        Map<String, Object> responses = document.getMap(revoke + "responses");
        assertThat(responses).containsKeys("200", "401", "403", "404", "409", "412", "422", "428");
        assertThat(document.getString("components.schemas.Money.type")).isEqualTo("string");
        assertThat(document.getList("components.schemas.Transport.oneOf")).hasSize(3);
    }

    private static JsonPath document() {
        return given().accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
