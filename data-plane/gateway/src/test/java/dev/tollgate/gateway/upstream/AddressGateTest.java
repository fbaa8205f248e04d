package dev.tollgate.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.upstream.AddressGate.Verdict;
import io.vertx.core.Future;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGateTest {
    private final AtomicLong nanos = new AtomicLong();
    private final List<List<String>> answers = new ArrayList<>();
    private int asked;

    private AddressGate gate(String url, boolean allowLoopback) {
        return new AddressGate(URI.create(url), allowLoopback, host -> answer(host), nanos::get);
    }

    private Future<List<InetAddress>> answer(String host) {
        if (answers.isEmpty()) {
            return Future.succeededFuture(List.of(literal(host)));
        }
        List<String> answer = answers.get(Math.min(asked++, answers.size() - 1));
        return Future.succeededFuture(
                answer.stream().map(AddressGateTest::literal).toList());
    }

    private static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static Verdict ask(AddressGate gate) {
        return gate.ask().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/mcp",
                "http://[::1]/mcp",
                "http://10.1.2.3/mcp",
                "http://172.16.0.1/",
                "http://192.168.1.1/",
                "http://169.254.169.254/latest/meta-data",
                "http://[fe80::1]/",
                "http://100.64.0.1/",
                "http://0.0.0.0/",
                "http://[::]/",
                "http://[::ffff:169.254.169.254]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[2002:a00:1::]/",
                "http://[fd00::1]/",
                "http://224.0.0.1/",
                "http://255.255.255.255/"
            })
    void what_is_not_public_is_not_dialled(String url) {
        assertThat(ask(gate(url, false))).isInstanceOf(Verdict.Denied.class);
    }

    @Test
    void loopback_is_dialled_only_where_the_operator_allows_it_and_nothing_else_with_it() {
        assertThat(ask(gate("http://127.0.0.1:8080/", true))).isEqualTo(new Verdict.Dial(literal("127.0.0.1"), 8080));
        assertThat(ask(gate("http://169.254.169.254/", true))).isInstanceOf(Verdict.Denied.class);
        assertThat(ask(gate("http://10.0.0.1/", true))).isInstanceOf(Verdict.Denied.class);
    }

    @Test
    void of_several_addresses_one_that_is_not_allowed_denies_all() {
        answers.add(List.of("93.184.216.34", "10.0.0.1"));

        assertThat(ask(gate("https://mixed.example/", false)))
                .isEqualTo(new Verdict.Denied("has an address that is not allowed"));
    }

    @Test
    void a_name_that_changes_its_answer_is_judged_by_each_answer_and_dialled_at_what_was_judged() {
        answers.add(List.of("93.184.216.34"));
        answers.add(List.of("169.254.169.254"));
        AddressGate gate = gate("http://rebinding.example/", false);

        assertThat(ask(gate)).isEqualTo(new Verdict.Dial(literal("93.184.216.34"), 80));
        assertThat(gate.known()).isEqualTo(new Verdict.Dial(literal("93.184.216.34"), 80));

        nanos.addAndGet(Duration.ofSeconds(21).toNanos());
        assertThat(gate.known()).isNull();
        assertThat(ask(gate)).isInstanceOf(Verdict.Denied.class);
        assertThat(gate.known()).isNull();
    }

    @Test
    void a_name_without_an_address_is_not_found() {
        answers.add(List.of());

        assertThat(ask(gate("http://nowhere.example/", false))).isInstanceOf(Verdict.Unresolved.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {22, 25, 53, 111, 445, 1023})
    void ports_of_other_services_are_not_dialled(int port) {
        assertThat(ask(gate("http://93.184.216.34:" + port + "/", false))).isInstanceOf(Verdict.Denied.class);
    }
}
