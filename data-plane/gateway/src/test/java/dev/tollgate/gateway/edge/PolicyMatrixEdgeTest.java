package dev.tollgate.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.event.EventDraft;
import dev.tollgate.gateway.fixture.PolicyMatrix;
import dev.tollgate.gateway.fixture.PolicyMatrix.Block;
import dev.tollgate.gateway.fixture.PolicyMatrix.Call;
import dev.tollgate.gateway.fixture.PolicyMatrix.Case;
import dev.tollgate.gateway.fixture.PolicyWorld;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A sample of the matrix through a gateway's socket. */
class PolicyMatrixEdgeTest {
    private static final PolicyMatrix MATRIX = PolicyMatrix.read();
    private static final Map<String, PolicyWorld> WORLDS = new HashMap<>();
    private static @Nullable EdgeServer started;

    @BeforeAll
    static void start() throws Exception {
        started = new EdgeServer();
        started.upstream =
                (_, listener) -> listener.reply(new UpstreamReply.Result(EdgeServer.json("{}"), false, null));
    }

    @AfterAll
    static void stop() throws Exception {
        edge().close();
    }

    static Stream<Block> blocks() {
        return MATRIX.cases().stream().filter(block -> Boolean.TRUE.equals(block.edge()));
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void holds(Block block) throws Exception {
        PolicyWorld world = WORLDS.computeIfAbsent(block.world(), name -> {
            PolicyWorld made = new PolicyWorld(MATRIX.world(name));
            edge().snapshots.publish(made.tenant);
            return made;
        });
        String list = post(world, block, "tools/list", "{}");
        for (Case each : block.all()) {
            assertThat(list.contains("\"name\":\"" + each.tool() + "\""))
                    .as("%s is listed", each)
                    .isEqualTo(!each.seen().equals("hidden"));
            for (Call call : each.calls()) {
                String params = "{\"name\":\"" + each.tool() + "\",\"arguments\":" + call.arguments() + "}";
                check(each, call, post(world, block, "tools/call", params));
            }
        }
    }

    private static void check(Case each, Call call, String answer) throws InterruptedException {
        EventDraft event = edge().nextEvent();
        if (call.outcome().equals("OK")) {
            assertThat(event.status()).as("%s", each).isEqualTo(CallStatus.OK);
            assertThat(answer).contains("\"result\":{}");
            return;
        }
        RefusalReason reason = RefusalReason.valueOf(call.outcome());
        assertThat(event.reason()).as("%s with %s", each, call).isEqualTo(reason);
        if (reason == RefusalReason.UNKNOWN_TOOL) {
            assertThat(answer)
                    .contains("\"error\":{\"code\":-32602,\"message\":\"Unknown tool: " + each.tool() + "\"}");
        } else {
            assertThat(answer).contains("\"isError\":true").contains("Tool " + each.tool() + " was not called");
        }
    }

    private static String post(PolicyWorld world, Block block, String method, String params) throws Exception {
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}";
        HttpRequest.Builder request = edge().post(world.key(block.key()).text(), body);
        if (block.group() != null) {
            request.uri(URI.create(edge().url() + "/" + block.group()));
        }
        if (block.headers() != null) {
            block.headers().forEach(request::header);
        }
        if (block.agent() != null) {
            request.header("User-Agent", block.agent());
        }
        return edge().send(request).body();
    }

    private static EdgeServer edge() {
        return Objects.requireNonNull(started);
    }
}
