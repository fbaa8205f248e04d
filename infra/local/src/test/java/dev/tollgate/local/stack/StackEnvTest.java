package dev.tollgate.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StackEnvTest {
    @Test
    void namesVariablesAsMicroProfileDoes() {
        assertThat(StackEnv.variable("tollgate.kafka.bootstrap-servers")).isEqualTo("TOLLGATE_KAFKA_BOOTSTRAP_SERVERS");
    }

    @Test
    void aShellReadsEveryValueAsItIs() throws Exception {
        var file = StackEnv.file(Map.of("a.value", "it's $HOME \"quoted\" \\ here"));

        var shell = new ProcessBuilder("sh", "-c", file + "printf %s \"$A_VALUE\"").start();

        assertThat(new String(shell.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("it's $HOME \"quoted\" \\ here");
    }
}
