package dev.tollgate.e2e.outage;

import static dev.tollgate.e2e.stack.Tollgate.GATEWAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.IssuedKey;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@EndToEnd
@Isolated("ends a gateway")
@DisplayName("With a gateway asked to end while a call runs")
class GatewayStoppedIT {
    private static final String LONG = "demo__trigger-long-running-operation";

    private final Tollgate tollgate;
    private IssuedKey key;

    GatewayStoppedIT(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    @BeforeAll
    void a_tool_that_takes_its_time() {
        var company = Company.founded(tollgate, "leaving");
        var workshop = company.workshop(company.environment("production"));
        workshop.approveAll(workshop.everything("demo"));
        key = workshop.key("patient", LONG);
        workshop.agent(key, LONG);
    }

    @AfterEach
    void whole_again() throws Exception {
        tollgate.restore();
    }

    @Test
    @DisplayName("the call is answered, the process ends with status 0, and its log has no error")
    void the_call_ends_before_the_gateway_does() throws Exception {
        try (var client = HttpClient.newHttpClient();
                Stream<String> lines =
                        client.send(call(), HttpResponse.BodyHandlers.ofLines()).body()) {
            Iterator<String> answer =
                    lines.filter(line -> line.startsWith("data:")).iterator();
            assertThat(answer.next()).contains("notifications/progress");

            var status = CompletableFuture.supplyAsync(this::stop, Thread::startVirtualThread);
            String last = "";
            while (answer.hasNext()) {
                last = answer.next();
            }

            assertThat(last).contains("\"result\"").contains("completed");
            assertThat(status.get(60, TimeUnit.SECONDS)).isZero();
        }
        assertThat(tollgate.log(GATEWAY))
                .contains("leaving: 1 calls under way")
                .doesNotContain(" ERROR ")
                .doesNotContain("break off");
    }

    /** Says how far it is once a second, four times. */
    private HttpRequest call() {
        return HttpRequest.newBuilder(tollgate.mcp())
                .header("Authorization", "Bearer " + key.secret())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", "2025-06-18")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"%s",
                        "arguments":{"duration":4,"steps":4},"_meta":{"progressToken":"p"}}}""".formatted(LONG)))
                .build();
    }

    private int stop() {
        try {
            return tollgate.stop(GATEWAY);
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }
}
