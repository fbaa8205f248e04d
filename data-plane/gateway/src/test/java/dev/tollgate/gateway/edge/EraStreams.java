package dev.tollgate.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.edge.EraAgent.Said;
import dev.tollgate.gateway.upstream.TestCaller;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The scenarios in which something happens while an agent waits, or listens. */
final class EraStreams {
    private static final String ALL = "{\"toolsListChanged\":true,\"promptsListChanged\":true,"
            + "\"resourcesListChanged\":true,\"resourceSubscriptions\":[\"up://a\"]}";
    private static final int TRIES_MAX = 400;

    private final EraWorld world;
    private final EraAgent agent;

    EraStreams(EraWorld world, EraAgent agent) {
        this.world = world;
        this.agent = agent;
    }

    String play(String scenario) throws Exception {
        return switch (scenario) {
            case "tools-changed" -> {
                EraAgent other = world.agentOfChanging(agent.revision);
                yield hears(other, "notifications/tools/list_changed", world::change);
            }
            case "prompts-changed" -> hearsOfServer("notifications/prompts/list_changed", new JsonObject());
            case "resources-changed" -> hearsOfServer("notifications/resources/list_changed", new JsonObject());
            case "resource-updated" -> resourceUpdated();
            case "listen" -> listen();
            case "get" -> get();
            case "delete" -> delete();
            case "cancellation" -> cancellation();
            default -> throw new IllegalArgumentException("no such scenario: " + scenario);
        };
    }

    private String hearsOfServer(String method, JsonObject params) throws Exception {
        return hears(agent, method, () -> world.upstream.say(method, params));
    }

    private String resourceUpdated() throws Exception {
        if (!agent.isModern()) {
            assertThat(agent.ask("resources/subscribe", "\"uri\":\"up://a\"").result())
                    .isEqualTo("{}");
        }
        return hearsOfServer("notifications/resources/updated", new JsonObject().put("uri", "up://a"));
    }

    /** Lets it happen until it is heard: a stream that has begun may not have reached the server yet. */
    private String hears(EraAgent listener, String method, Runnable happens) throws Exception {
        HttpResponse<Stream<String>> stream = listener.listen(ALL);
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        Thread reader = Thread.ofVirtual()
                .start(() -> stream.body()
                        .filter(line -> line.startsWith("data: {"))
                        .forEach(line -> heard.add(line.substring("data: ".length()))));
        try {
            for (int i = 0; i < TRIES_MAX; i++) {
                happens.run();
                @Nullable String line = heard.poll(50, TimeUnit.MILLISECONDS);
                if (line != null && line.contains(method)) {
                    assertThat(line.contains("\"_meta\":{\"" + EraUpstream.SUBSCRIPTION + "\":1}"))
                            .isEqualTo(listener.isModern());
                    return EraMatrix.WORKS;
                }
            }
            return "nothing is heard";
        } finally {
            stream.body().close();
            reader.join();
        }
    }

    private String listen() throws Exception {
        HttpRequest.Builder request = agent.request("subscriptions/listen", "\"notifications\":" + ALL, "");
        if (!agent.isModern()) {
            return EraScenarios.outcome(agent.send(request), _ -> {});
        }
        HttpResponse<Stream<String>> stream = agent.edge.stream(request);
        try {
            assertThat(stream.body().filter(line -> line.startsWith("data: ")).findFirst())
                    .hasValueSatisfying(line -> assertThat(line)
                            .contains("notifications/subscriptions/acknowledged", "\"toolsListChanged\":true"));
            return EraMatrix.WORKS;
        } finally {
            stream.body().close();
        }
    }

    private String get() throws Exception {
        if (agent.isModern()) {
            return EraScenarios.outcome(agent.send(agent.bare("GET")), _ -> {});
        }
        HttpResponse<Stream<String>> stream = agent.edge.stream(agent.bare("GET"));
        stream.body().close();
        assertThat(stream.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        return stream.statusCode() == 200 ? EraMatrix.WORKS : "HTTP " + stream.statusCode();
    }

    private String delete() throws Exception {
        Said said = agent.send(agent.bare("DELETE"));
        if (agent.isModern()) {
            return EraScenarios.outcome(said, _ -> {});
        }
        assertThat(agent.ask("ping", "").status()).isEqualTo(404);
        return said.status() == 202 ? EraMatrix.WORKS : "HTTP " + said.status();
    }

    private String cancellation() throws Exception {
        int before = hanging();
        int abandoned = world.upstream.abandoned.size();
        CompletableFuture<HttpResponse<String>> call =
                agent.edge.begin(agent.request("tools/call", "\"name\":\"up__hang\",\"arguments\":{}", ""));
        TestCaller.await(() -> hanging() > before);
        if (agent.isModern()) {
            call.cancel(true);
        } else {
            agent.send(agent.raw(
                    "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":" + "{\"requestId\":1}}"));
            assertThat(call.get(30, TimeUnit.SECONDS).body()).isEmpty();
        }
        TestCaller.await(() -> world.upstream.abandoned.size() > abandoned);
        if (!world.upstream.modern) {
            long id = world.upstream.posted("tools/call").getLast().message().getLong("id");
            TestCaller.await(() -> world.upstream.posted("notifications/cancelled").stream()
                    .anyMatch(said -> said.params().getLong("requestId") == id));
        }
        return EraMatrix.WORKS;
    }

    private int hanging() {
        return (int) world.upstream.posted("tools/call").stream()
                .filter(call -> "hang".equals(call.params().getString("name")))
                .count();
    }
}
