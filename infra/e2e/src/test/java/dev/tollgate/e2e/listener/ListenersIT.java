package dev.tollgate.e2e.listener;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.e2e.api.Answer;
import dev.tollgate.e2e.api.Api;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Role;
import dev.tollgate.e2e.company.Workshop;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each process that speaks HTTP, as it is packaged: docs/listeners.md is the table, this is the look. */
@EndToEnd
@Order(EndToEnd.LAST)
@Isolated("floods every listener")
@DisplayName("Whoever finds a port")
class ListenersIT {
    /** As the kernel writes 127.0.0.1, the same within IPv6, and ::1. */
    private static final Set<String> LOOPBACK =
            Set.of("0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000");

    private static final int FLOOD = 300;

    private final Tollgate tollgate;
    private final Map<String, Listener> listeners = new TreeMap<>();
    private final Map<String, String> loggedBefore = new TreeMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    /** All begun at once: some are waited for until a bound of time ends them. */
    private final Map<String, Future<String>> answers = new TreeMap<>();

    private final Map<String, Future<String>> slowBodies = new TreeMap<>();
    private final Map<String, Future<List<String>>> floods = new TreeMap<>();

    ListenersIT(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    @BeforeAll
    void found() throws IOException {
        Company company = Company.founded(tollgate, "doors");
        Workshop workshop = company.workshop(company.environment("production"));
        String key = workshop.key("robot", "none__*").secret();
        Eventually.passes(
                "the gateway knows the key",
                () -> assertThat(statusAtGateway(key)).isEqualTo(200));
        listen(new Listener(Tollgate.GATEWAY, tollgate.mcp().resolve("/"), "/mcp", () -> "Bearer " + key));
        listen(new Listener(
                Tollgate.CONTROL_PLANE,
                tollgate.controlPlane(),
                "/api/v1/environments",
                () -> "Bearer " + company.token(Role.OWNER)));
        listen(new Listener("console", tollgate.console(), "/", () -> "Bearer none"));
        // Signs in, so that no conversation is held up by it.
        company.token(Role.OWNER);
        for (String name : listeners.keySet()) {
            loggedBefore.put(name, tollgate.log(name));
        }
        listeners()
                .forEach(to -> Hostile.all()
                        .forEach(each -> answers.put(said(to, each), threads.submit(() -> answer(to, each)))));
        for (String name : List.of(Tollgate.GATEWAY, Tollgate.CONTROL_PLANE)) {
            for (String framing : List.of("Content-Length: 900\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n")) {
                slowBodies.put(name + " " + framing, threads.submit(() -> slowBody(name, framing)));
            }
        }
    }

    private static String said(Listener to, Hostile hostile) {
        return to + ": " + hostile;
    }

    private int statusAtGateway(String key) {
        return Api.send(HttpRequest.newBuilder(tollgate.mcp().resolve("/v1/me"))
                        .header("Authorization", "Bearer " + key)
                        .build())
                .status();
    }

    private void listen(Listener listener) {
        listeners.put(listener.name(), listener);
    }

    Stream<Listener> listeners() {
        return listeners.values().stream();
    }

    Stream<Arguments> hostile() {
        return listeners().flatMap(to -> Hostile.all().stream().map(each -> Arguments.of(to, each)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("hostile")
    @DisplayName("is refused in few words, and told nothing of what is behind it")
    void is_refused(Listener to, Hostile hostile) throws Exception {
        String answer = Objects.requireNonNull(answers.get(said(to, hostile))).get();

        assertThat(answer.isEmpty() ? "" : answer.substring(9, 12)).matches(hostile.answer());
        assertThat(answer)
                .doesNotContainPattern("(?i)HTTP/1.1 (5|101)|access-control-allow|exception|\\tat |vertx|netty|evil");
        serves(to);
    }

    private static String answer(Listener to, Hostile hostile) throws IOException {
        String said = hostile.said().apply(to);
        try (RawSocket socket = RawSocket.to(to.address())) {
            // Whoever refuses may read no further.
            Thread.ofVirtual().start(() -> socket.say(said));
            return socket.answer();
        }
    }

    @ParameterizedTest
    @MethodSource("listeners")
    @DisplayName("and says its head letter by letter is not waited for, be they many, and stands in nobody's way")
    void a_slow_head_ends(Listener to) throws Exception {
        if (floods.isEmpty()) {
            listeners().forEach(each -> floods.put(each.name(), threads.submit(() -> flood(each))));
        }

        assertThat(Objects.requireNonNull(floods.get(to.name())).get())
                .hasSize(FLOOD)
                .allSatisfy(heard -> assertThat(heard).doesNotContain("HTTP/1.1 5"));
    }

    /** What each of the many heard before it was closed. */
    private List<String> flood(Listener to) throws IOException {
        List<String> heard = new ArrayList<>();
        List<RawSocket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < FLOOD; i++) {
                slow.add(RawSocket.to(to.address()));
            }
            slow.forEach(each -> each.say("POST "));
            serves(to);
            Eventually.passes("nobody is waited for", () -> {
                slow.forEach(each -> each.say("x"));
                assertThat(metric(to, "tollgate_bounds_hit_total{bound=\"head-time\""))
                        .isGreaterThanOrEqualTo(FLOOD);
            });
            for (RawSocket each : slow) {
                heard.add(each.rest());
            }
        } finally {
            for (RawSocket each : slow) {
                each.close();
            }
        }
        Eventually.passes(
                "their connections are let go of",
                () -> assertThat(metric(to, "tollgate_connections_open")).isLessThan(FLOOD / 2.0));
        return heard;
    }

    @Test
    @DisplayName("and says a body letter by letter is told that it takes too long")
    void a_slow_body_ends() throws Exception {
        assertThat(slowBodies).hasSize(4);
        for (Future<String> answer : slowBodies.values()) {
            assertThat(answer.get()).startsWith("HTTP/1.1 408 ");
        }
        for (Listener each : listeners.values()) {
            serves(each);
        }
    }

    private String slowBody(String name, String framing) throws IOException, InterruptedException {
        Listener to = Objects.requireNonNull(listeners.get(name));
        try (RawSocket socket = RawSocket.to(to.address())) {
            socket.say(to.head() + framing);
            Thread drip = Thread.ofVirtual().start(() -> {
                while (socket.say(framing.startsWith("Content") ? " " : "1\r\n \r\n")) {
                    pause();
                }
            });
            String answer = socket.rest();
            socket.close();
            drip.join();
            return answer;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @MethodSource("listeners")
    @DisplayName("with a browser has its answers kept out of frames and taken for what they are")
    void answers_to_browsers(Listener to) {
        if (to.name().equals(Tollgate.GATEWAY)) {
            // What it answers is JSON for agents, which no browser shows.
            assertThat(get(to, "/").header("Content-Type")).hasValue("application/json");
            return;
        }
        for (String path : List.of("/", "/q/health/ready", "/oauth/callback", "/nowhere")) {
            Answer answer = get(to, path);

            assertThat(answer.header("X-Content-Type-Options")).as(path).hasValue("nosniff");
            assertThat(answer.header("Referrer-Policy")).as(path).isPresent();
            assertThat(answer.header("Content-Security-Policy").isPresent()
                            || answer.header("X-Frame-Options").isPresent())
                    .as(path)
                    .isTrue();
        }
    }

    @Test
    @DisplayName("finds none but at this machine")
    void everything_listens_on_loopback() throws IOException {
        Map<String, String> elsewhere = new TreeMap<>();
        int found = 0;
        for (String process : tollgate.processes()) {
            var pid = tollgate.pid(process);
            if (pid.isEmpty()) {
                continue;
            }
            for (String socket : ListeningSockets.of(pid.get())) {
                found++;
                String address = socket.substring(0, socket.indexOf(':'));
                if (!LOOPBACK.contains(address)) {
                    elsewhere.put(process, socket);
                }
            }
        }

        assertThat(found).as("sockets of the stack's processes").isGreaterThanOrEqualTo(listeners.size());
        assertThat(elsewhere).isEmpty();
    }

    @AfterAll
    void nothing_was_worth_a_stack_trace() throws IOException {
        threads.close();
        for (String name : listeners.keySet()) {
            int before = Objects.requireNonNull(loggedBefore.get(name)).length();
            String logged = tollgate.log(name).substring(before);
            assertThat(logged).as("the log of %s", name).doesNotContain("\tat ", " ERROR ");
        }
    }

    private void serves(Listener to) {
        assertThat(get(to, "/q/health/live").status()).as("%s serves", to).isEqualTo(200);
    }

    private static Answer get(Listener to, String path) {
        return Api.send(HttpRequest.newBuilder(to.address().resolve(path)).build());
    }

    /** The sum of those lines of the metrics that begin so. */
    private static double metric(Listener to, String start) {
        return get(to, "/q/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith(start))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
