package dev.tollgate.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.e2e.api.Api;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Tollgate;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@EndToEnd
@Isolated("signs the operator in, as whom other suites act: nobody signs in twice at the same moment")
@DisplayName("A newcomer's demo tenant")
class DemoIT {
    private final Tollgate tollgate;

    DemoIT(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    /** The one file of a stack that holds a key, so that {@code ./tollgate up} can print it again; the walls allow none. */
    @AfterAll
    void take_the_key_away() throws IOException {
        Files.delete(tollgate.data().resolve("demo-key.properties"));
    }

    @Test
    @DisplayName("has a key that calls tools, people who are set up, and is the same after a second start")
    void is_laid_out_once() throws Exception {
        // given
        var first = tollgate.demo();
        // when
        var second = tollgate.demo();
        // then
        assertThat(second.key()).isEqualTo(first.key());
        assertThat(Agent.with(tollgate.mcp(), second.key()).text("everything__echo", Map.of("message", "hello")))
                .isEqualTo("Echo: hello");
        var token = tollgate.identities().tokenOf("olivia@acme.example", "tollgate");
        var people = new Api(tollgate.controlPlane(), () -> Optional.of(token)).all("/api/v1/users");
        assertThat(people)
                .hasSize(4)
                .allSatisfy(
                        person -> assertThat(person.path("subject").asText()).startsWith("user:"));
    }
}
