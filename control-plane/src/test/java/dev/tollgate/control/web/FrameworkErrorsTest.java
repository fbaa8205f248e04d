package dev.tollgate.control.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.control.testing.RawHttp;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no resource of ours refuses is a problem document all the same. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
class FrameworkErrorsTest {
    private static final String JSON = "application/json";

    private Acting owner;

    @BeforeEach
    void tenant() {
        owner = Acting.ownerOfNewTenant("refused");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | POST   | /api/v1/environments | application/json | application/json | {\"name\":      | not the JSON object",
                "400 | POST   | /api/v1/environments | application/json | application/json | [1]             | not the JSON object",
                "400 | POST   | /api/v1/environments | application/json | application/json | ''              | not the JSON object",
                "404 | GET    | /api/v1/nowhere      | application/json | application/json | ''              | no such resource",
                "404 | GET    | /nowhere             | application/json | application/json | ''              | no such resource",
                "404 | GET    | /api/v1/servers/abc  | application/json | application/json | ''              | no such resource",
                "405 | DELETE | /api/v1/me           | application/json | application/json | ''              | does not take that method",
                "405 | PATCH  | /api/v1/environments | application/json | application/json | {}              | does not take that method",
                "406 | GET    | /api/v1/me           | image/png        | application/json | ''              | Accept header",
                "415 | POST   | /api/v1/environments | application/json | text/plain       | hello           | send application/json",
                "422 | POST   | /api/v1/environments | application/json | application/json | {\"colour\":1} | Some fields"
            })
    void a_refusal_is_a_problem_document(
            int status, String method, String path, String accept, String type, String body, String detail)
            throws IOException {
        try (RawHttp answer = RawHttp.send(
                RestAssured.port,
                head(method, path, accept, type) + "Content-Length: " + body.length() + "\r\n\r\n" + body)) {
            assertProblem(answer, status, detail);
        }
    }

    @Test
    void a_body_that_is_announced_too_long_is_not_read() throws IOException {
        String request = head("POST", "/api/v1/environments", JSON, JSON) + "Content-Length: 1048577\r\n\r\n";

        try (RawHttp answer = RawHttp.send(RestAssured.port, request)) {
            assertProblem(answer, 413, "at most 1048576 bytes");
            assertThat(answer.head()).containsIgnoringCase("connection: close");
        }
    }

    @Test
    void a_body_that_becomes_too_long_is_read_no_further() throws IOException {
        String chunk = "10000\r\n" + " ".repeat(65_536) + "\r\n";
        String request = head("POST", "/api/v1/environments", JSON, JSON) + "Transfer-Encoding: chunked\r\n\r\n"
                + chunk.repeat(17) + "0\r\n\r\n";

        try (RawHttp answer = RawHttp.send(RestAssured.port, request)) {
            assertProblem(answer, 413, "at most 1048576 bytes");
        }
    }

    /** A page that has made its name lead here, another site's page, its question whether it may, and what cannot be read. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "421 | GET     | /api/v1/me | Host: evil.example                                     | the operator can allow it",
                "421 | GET     | /q/metrics | Host: 127.0.0.1.evil.example                           | the operator can allow it",
                "421 | GET     | /scim/v2/Users | Host: evil.example:8080                            | the operator can allow it",
                "403 | GET     | /api/v1/me | Host: localhost; Origin: https://evil.example        | may not use Tollgate",
                "403 | GET     | /api/v1/me | Host: localhost; Origin: http://localhost            | may not use Tollgate",
                "403 | OPTIONS | /api/v1/me | Host: localhost; Origin: null                        | may not use Tollgate",
                "400 | GET     | /api/v1/me | X-Host: localhost                                      | cannot be read"
            })
    void a_stranger_is_answered_before_anything_is_looked_at(
            int status, String method, String path, String headers, String detail) throws IOException {
        String request =
                method + " " + path + " HTTP/1.1\r\nConnection: close\r\n" + headers.replace("; ", "\r\n") + "\r\n\r\n";

        try (RawHttp answer = RawHttp.send(RestAssured.port, request)) {
            assertThat(answer.head()).doesNotContainIgnoringCase("access-control");
            assertProblem(answer, status, detail);
        }
    }

    @Test
    void an_address_that_cannot_be_read_is_answered_with_nothing_else() throws IOException {
        String request = "GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

        try (RawHttp answer = RawHttp.send(RestAssured.port, request)) {
            assertThat(answer.head()).startsWith("HTTP/1.1 400 ");
            assertThat(answer.readToEnd()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/me", "/nowhere", "/q/health/live"})
    void an_answer_is_no_page(String path) throws IOException {
        try (RawHttp answer = RawHttp.get(RestAssured.port, path, owner.token())) {
            assertThat(answer.head())
                    .containsIgnoringCase("x-content-type-options: nosniff")
                    .containsIgnoringCase("content-security-policy: default-src 'none'; frame-ancestors 'none'")
                    .containsIgnoringCase("referrer-policy: no-referrer");
        }
    }

    @Test
    void http_2_is_not_spoken() throws IOException {
        String upgrade =
                "GET /q/health/live HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings, close\r\n"
                        + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n";

        try (RawHttp answer = RawHttp.send(RestAssured.port, upgrade)) {
            assertThat(answer.head()).startsWith("HTTP/1.1 200 ");
        }
    }

    private String head(String method, String path, String accept, String type) {
        return method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nAccept: " + accept
                + "\r\nContent-Type: " + type + "\r\nAuthorization: Bearer " + owner.token() + "\r\n";
    }

    private static void assertProblem(RawHttp answer, int status, String detail) throws IOException {
        assertThat(answer.head())
                .startsWith("HTTP/1.1 " + status + " ")
                .containsPattern("(?i)content-type: application/problem\\+json");
        JsonPath problem = JsonPath.from(new String(answer.readToEnd(), UTF_8));
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("type")).startsWith("https://tollgate.dev/problems/");
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail")).contains(detail);
    }
}
