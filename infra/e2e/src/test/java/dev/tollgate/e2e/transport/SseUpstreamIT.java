package dev.tollgate.e2e.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@EndToEnd
@DisplayName("The official demo server over HTTP with SSE, as MCP had it in 2024,")
class SseUpstreamIT {
    private final Tollgate tollgate;
    private SseEverything upstream;
    private Agent agent;

    SseUpstreamIT(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    @BeforeAll
    void a_key_that_sees_its_tools() throws Exception {
        upstream = SseEverything.started(tollgate);
        var company = Company.founded(tollgate, "old-ways");
        var workshop = company.workshop(company.environment("production"));
        workshop.approveAll(workshop.sse("old", upstream.url()));
        agent = workshop.agentSeeing(workshop.key("helper", "*"), "old__get-sum");
    }

    @AfterAll
    void stop() throws IOException, InterruptedException {
        upstream.close();
    }

    @Test
    @DisplayName("is called as any other")
    void it_is_called() {
        assertThat(agent.sum("old__get-sum", 19, 23)).contains("42");
        assertThat(agent.text("old__echo", Map.of("message", "żółw “quoted”"))).isEqualTo("Echo: żółw “quoted”");
    }

    @Test
    @DisplayName("is found again after it was gone")
    void it_comes_back() throws Exception {
        upstream.restart();

        Eventually.passes(
                "the server is called again",
                () -> assertThat(agent.sum("old__get-sum", 1, 2)).contains("3"));
    }
}
