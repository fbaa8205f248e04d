package dev.tollgate.e2e.wall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.e2e.api.Answer;
import dev.tollgate.e2e.api.Problems;
import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Role;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.Environment;
import dev.tollgate.model.api.Me;
import dev.tollgate.model.api.NewKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@EndToEnd
@DisplayName("A role")
class RolesIT {
    private static final Map<String, Object> NOBODYS_SERVER = Map.of(
            "name", "x", "environmentId", UUID.randomUUID(), "transport", Map.of("type", "stdio", "command", "x"));

    private final Tollgate tollgate;
    private Company company;
    private Environment production;

    RolesIT(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    @BeforeAll
    void a_company() {
        company = Company.founded(tollgate, "roles");
        production = company.environment("production");
    }

    /** Whoever is let in is told what is wrong with an empty body; whoever is not, that the role lacks the right. */
    @ParameterizedTest(name = "{0} is for {1}")
    @CsvSource(delimiter = '|', textBlock = """
            POST /environments        | owner admin
            POST /servers             | owner admin tool-admin
            POST /groups              | owner admin tool-admin
            POST /keys                | owner admin
            POST /prices              | owner admin finance
            POST /models              | owner admin finance
            POST /limits              | owner admin finance
            POST /tenants             |
            GET /tenants              |
            GET /environments         | owner admin tool-admin finance auditor viewer
            GET /servers              | owner admin tool-admin finance auditor viewer
            GET /tools                | owner admin tool-admin finance auditor viewer
            GET /groups               | owner admin tool-admin finance auditor viewer
            GET /subjects             | owner admin tool-admin finance auditor viewer
            POST /subjects            | owner admin
            GET /keys                 | owner admin tool-admin finance auditor viewer
            GET /prices               | owner admin tool-admin finance auditor viewer
            GET /models               | owner admin tool-admin finance auditor viewer
            GET /limits               | owner admin finance auditor viewer
            GET /settings             | owner admin
            GET /revisions/1          | owner admin tool-admin finance auditor viewer
            GET /gateways             | owner admin tool-admin finance auditor viewer
            GET /spend?group_by=key   | owner admin finance viewer
            GET /calls                | owner admin finance auditor viewer
            GET /calls/export         | owner auditor
            """)
    @DisplayName("has its rights and no others")
    void has_its_rights(String operation, String allowed) {
        var parts = operation.split(" ");
        var rightful = allowed == null ? Set.<String>of() : Set.of(allowed.split(" "));

        for (var role : Role.values()) {
            var request = Request.of(parts[0], "/api/v1" + parts[1]);
            var answer = company.api(role).send(parts[0].equals("POST") ? request.body(Map.of()) : request);

            if (rightful.contains(role.realmName())) {
                assertThat(answer.status())
                        .as("%s by %s: %s", operation, role, answer)
                        .isIn(200, 400, 422);
            } else {
                assertThat(Problems.words(answer, 403))
                        .as("%s by %s", operation, role)
                        .doesNotContain("null");
            }
        }
    }

    @Test
    @DisplayName("viewer can't create a key, and none comes into being")
    void a_viewer_creates_no_key() {
        var key = NewKey.simple("mine", production.id(), List.of("*"), null, null);

        var refused = company.api(Role.VIEWER).send(Request.post("/api/v1/keys", key));

        assertThat(Problems.words(refused, 403)).containsAnyOf("owner", "admin");
        assertThat(company.api().all("/api/v1/keys")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("is what the API says that one is, in one's own tenant")
    void me(Role role) {
        var me = company.api(role).read("/api/v1/me", Me.class);

        assertThat(me.username()).isEqualTo(company.member(role).email());
        assertThat(me.roles()).containsExactly(role.realmName());
        assertThat(me.tenant()).isNotNull().returns(company.tenant().id(), it -> it.id());
    }

    @Test
    @DisplayName("operator changes nothing of a tenant's")
    void the_operator_changes_nothing() {
        var operator = company.operator();

        for (var path : List.of("environments", "servers", "groups", "keys", "prices", "models", "limits")) {
            var answer = operator.send(Request.post("/api/v1/" + path, NOBODYS_SERVER));
            Problems.words(answer, 403);
        }
    }

    @Test
    @DisplayName("that is right does not excuse a wrong body: every field at fault is named")
    void a_wrong_body_is_explained() {
        var answer = company.api(Role.OWNER)
                .send(Request.post("/api/v1/keys", Map.of("name", "", "environmentId", production.id())));

        Problems.words(answer, 422 == answer.status() ? 422 : 400);
        assertThat(answer.json().required("errors")).anySatisfy(error -> {
            assertThat(error.path("field").asText()).isEqualTo("name");
            assertThat(error.path("message").asText()).isNotBlank();
        });
    }

    @Test
    @DisplayName("that is right does not excuse a change made blind: it needs the version it was made on")
    void a_blind_change_is_refused() {
        var path = "/api/v1/environments/" + production.id();
        var change = Request.of("PUT", path).body(Map.of("name", "production", "description", "changed"));

        var blind = company.api(Role.OWNER).send(change);
        var stale = company.api(Role.OWNER).send(change.ifMatch(production.version() + 100));

        assertThat(Problems.words(blind, 428)).contains("If-Match");
        Problems.words(stale, 412);
        assertThat(company.api(Role.OWNER).get(path))
                .returns(
                        "\"" + production.version() + "\"",
                        it -> it.header("ETag").orElse(""))
                .returns(200, Answer::status);
    }
}
