package dev.tollgate.bench.savings.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.bench.savings.catalogue.Catalogue;
import dev.tollgate.bench.savings.catalogue.Server;
import dev.tollgate.bench.savings.catalogue.Tool;
import dev.tollgate.bench.savings.estate.Estate;
import dev.tollgate.starlark.Data;
import dev.tollgate.starlark.Environment;
import dev.tollgate.starlark.HostFailure;
import dev.tollgate.starlark.HostFunction;
import dev.tollgate.starlark.Outcome;
import dev.tollgate.starlark.Program;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TasksTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Estate estate;
    private static EstateClient client;

    @BeforeAll
    static void start() throws IOException {
        estate = Estate.start(Catalogue.first(Catalogue.size()));
        client = new EstateClient(estate);
    }

    @AfterAll
    static void stop() {
        client.close();
        estate.close();
    }

    static Stream<String> names() {
        return Tasks.all().stream().map(Task::name);
    }

    @ParameterizedTest(name = "{0}: calls one by one and the script find out the same, and do the same")
    @MethodSource("names")
    void agree(String name) throws Exception {
        // given
        Task task = Tasks.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        estate.beginAnew();
        JsonNode byCalls = task.plan().by(client);
        List<String> changedByCalls = estate.changes();
        estate.beginAnew();

        // when
        JsonNode byScript = run(task.script());

        // then
        assertThat(byScript).hasToString(byCalls.toString());
        assertThat(estate.changes()).containsExactlyInAnyOrderElementsOf(changedByCalls);
        assertThat(changedByCalls.isEmpty()).isEqualTo(task.changing().isEmpty());
    }

    private static JsonNode run(String script) throws IOException {
        return switch (Program.compile(script).run(environment())) {
            case Outcome.Completed done -> JSON.valueToTree(Data.toJava(done.value()));
            case Outcome.Failed failed -> throw new IOException(failed.problem().text());
            case Outcome other -> throw new IOException(other.toString());
        };
    }

    private static Environment environment() {
        Environment.Builder builder = Environment.builder();
        for (Server server : estate.servers()) {
            Map<String, HostFunction> functions = new HashMap<>();
            for (Tool tool : server.tools()) {
                functions.put(tool.name(), arguments -> called(server, tool, arguments));
            }
            builder.namespace(server.name(), functions);
        }
        return builder.build();
    }

    private static HostFunction.Answer called(Server server, Tool tool, HostFunction.Arguments arguments)
            throws HostFailure {
        Map<String, Object> named = new LinkedHashMap<>();
        arguments.named().forEach((name, value) -> named.put(name, Data.toJava(value)));
        ObjectNode given = JSON.valueToTree(named);
        try {
            return HostFunction.Answer.of(
                    Data.of(JSON.convertValue(client.call(server.name(), tool.name(), given), Object.class)));
        } catch (IOException | InterruptedException e) {
            throw new HostFailure(String.valueOf(e.getMessage()));
        }
    }
}
