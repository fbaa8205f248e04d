package dev.tollgate.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.json.RpcMessage;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AskedRequestsTest {
    private final Vertx vertx = Vertx.vertx();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final AskedRequests asked =
            new AskedRequests(vertx.getOrCreateContext(), ClientAbilities.ALL, new Silent(), new Said(), 50);

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private final class Silent implements UpstreamListener {
        @Override
        public void notification(Buffer message) {}

        @Override
        public void request(UpstreamRequest request) {
            said.add("asked");
        }

        @Override
        public void withdrawn(UpstreamRequest request) {
            said.add("withdrawn");
        }

        @Override
        public void reply(UpstreamReply reply) {}
    }

    private final class Said implements AskedRequests.Asking {
        @Override
        public void pauseTime() {
            said.add("paused");
        }

        @Override
        public void resumeTime() {
            said.add("resumed");
        }

        @Override
        public void answer(byte[] message) {
            said.add(new String(message, StandardCharsets.UTF_8));
        }
    }

    private void ask(String id) throws Exception {
        asked.ask(
                "roots/list",
                RpcMessage.scan(("{\"id\":" + id + ",\"method\":\"roots/list\"}").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void asking_has_a_bound_of_its_own_and_then_the_call_goes_on() throws Exception {
        ask("1");
        ask("2");

        TestCaller.await(() -> said.contains("resumed"));
        ask("3");

        assertThat(said).hasSize(9);
        assertThat(said.subList(0, 3)).containsExactly("paused", "asked", "asked");
        assertThat(said.subList(3, 8)).filteredOn("withdrawn"::equals).hasSize(2);
        assertThat(said).filteredOn(one -> one.contains("-32603")).hasSize(3);
        assertThat(said.getLast()).contains("\"id\":3,\"error\"");
    }

    @Test
    void after_the_calls_end_nothing_is_asked_or_answered() throws Exception {
        ask("1");
        asked.end();

        ask("2");

        assertThat(said).containsExactly("paused", "asked");
    }
}
