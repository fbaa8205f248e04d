package dev.tollgate.e2e.wall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Tollgate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The operator reads all logs, and is to see no tenant's content: ids and the tenant's own name are all there may be. */
@EndToEnd
@DisplayName("What the logs say")
class LogsWallIT {
    private final Tollgate tollgate;
    private final Neighbours neighbours;
    private final DataFiles logs;

    LogsWallIT(Tollgate tollgate) {
        this.tollgate = tollgate;
        this.neighbours = Neighbours.in(tollgate);
        this.logs = new DataFiles(tollgate.data().resolve("logs"));
    }

    Stream<String> processes() {
        return tollgate.processes().stream();
    }

    @Test
    @DisplayName("stands in one file a process, and in no other")
    void every_log_is_known() {
        assertThat(logs.all())
                .containsExactlyInAnyOrderElementsOf(
                        processes().map(name -> name + ".log").toList());
    }

    @ParameterizedTest
    @MethodSource("processes")
    @DisplayName("is no key, no password, no token and no content of a call")
    void no_secret(String process) {
        assertThat(neighbours.confidences().in(logged(process))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    @DisplayName("names no server, tool, key, team, group or environment of a tenant")
    void no_content_of_a_tenant(String process) {
        var logged = logged(process);
        for (var one : List.of(neighbours.a(), neighbours.b())) {
            var marker = one.estate().marker();
            // Each continues the tenant's own name, which the operator gave.
            for (var named : List.of("__", "-live", "-test", "-all", "-none", "-waiting", " key", " spare", " team")) {
                assertThat(logged).as("the log of %s", process).doesNotContain(marker + named);
            }
        }
    }

    private String logged(String process) {
        var text = logs.bytes(process + ".log").orElseThrow();
        assertThat(text).isNotBlank();
        return text;
    }
}
