package dev.tollgate.e2e.wall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.e2e.api.Answer;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.mcp.Era;
import dev.tollgate.e2e.mcp.Rpc;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both tenants have an environment and a server of the same name: only the tenant tells them apart. */
@EndToEnd
@DisplayName("One tenant's key at the gateway")
class TenantWallAtGatewayIT {
    private static final Map<String, String> HELLO = Map.of("message", "hello");

    private final Tollgate tollgate;
    private Company companyA;
    private Company companyB;
    private Agent agentA;
    private Agent agentB;

    TenantWallAtGatewayIT(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    @BeforeAll
    void two_tenants_with_the_same_names() {
        companyA = Company.founded(tollgate, "gimel");
        companyB = Company.founded(tollgate, "dalet");
        var workshopA = companyA.workshop(companyA.environment("production"));
        var workshopB = companyB.workshop(companyB.environment("production"));
        workshopA.approveAll(workshopA.everything("shared"));
        workshopA.approveAll(workshopA.everything("only-a"));
        workshopB.approve(workshopB.tool(workshopB.everything("shared"), "get-sum"));
        agentA = workshopA.agentSeeing(workshopA.key("a", "*"), "only-a__echo");
        agentB = workshopB.agent(workshopB.key("b", "*"), "shared__get-sum");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("lists and calls nothing of the other's, whose tools answer as if they did not exist")
    void the_other_tenants_tools_are_unknown(Era era) {
        var asking = agentB.speaking(era);

        assertThat(asking.tools()).containsExactly("shared__get-sum");
        for (var name : new String[] {"only-a__echo", "shared__echo"}) {
            var imagined = name.replace("echo", "ohce");
            var refused = asking.call(name, HELLO);
            assertThat(Rpc.message(refused).path("error").path("message").asText())
                    .as(refused.toString())
                    .containsIgnoringCase("unknown tool");
            assertThat(refused.text().replace(name, "NAME"))
                    .isEqualTo(asking.call(imagined, HELLO).text().replace(imagined, "NAME"));
        }
    }

    @Test
    @DisplayName("gains nothing by the other's session")
    void a_session_is_no_key() {
        var session = agentA.speaking(Era.LEGACY).initialize();
        var id = session.header("Mcp-Session-Id").orElse("made-up");

        var borrowed = agentB.speaking(Era.LEGACY).header("Mcp-Session-Id", id);

        var listed = borrowed.list();
        assertThat(listed.text()).doesNotContain("only-a__");
        assertThat(borrowed.call("only-a__echo", HELLO).text()).doesNotContain("Echo: hello");
        assertThat(agentB.without("Authorization")
                        .header("Mcp-Session-Id", id)
                        .speaking(Era.LEGACY)
                        .list())
                .returns(401, Answer::status);
    }

    @Test
    @DisplayName("leaves its attempts in its own records, not in the other's")
    void an_attempt_is_recorded_where_it_was_made() {
        var attempt = Rpc.callId(agentB.call("only-a__echo", HELLO)).toString();

        Eventually.passes(
                "the attempt is listed by the tenant that made it",
                () -> assertThat(companyB.api().all("/api/v1/calls").toString()).contains(attempt));
        assertThat(companyA.api().all("/api/v1/calls").toString()).doesNotContain(attempt);
        assertThat(companyA.api().get("/api/v1/calls/" + attempt)).returns(404, Answer::status);
    }

    @Test
    @DisplayName("that was never issued is refused in the same words as any unknown key")
    void a_key_from_nothing() {
        var refused = companyA.agent(Guess.fromNothing("production")).call("only-a__echo", HELLO);

        assertThat(refused).returns(401, Answer::status);
        assertThat(refused.text()).doesNotContain(companyA.tenant().slug());
    }
}
