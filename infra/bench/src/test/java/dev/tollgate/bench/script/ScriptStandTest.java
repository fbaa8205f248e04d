package dev.tollgate.bench.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.gateway.code.ScriptEnd;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptStandTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            five calls | 5 | {"count":30,"first":[{"id":"id-4","title":"Title 4 (4)"},{"id":"id-4","title":"Title 4 (4)"},{"id":"id-4","title":"Title 4 (4)"}]}
            sums       | 0 | 499999500000
            choices    | 0 | 333333666666
            """)
    void eachScriptDoesWhatIsMeasured(String script, int calls, String result) {
        // given
        String code = switch (script) {
            case "five calls" -> Scripts.FIVE_CALLS;
            case "sums" -> Scripts.MILLION_SUMS;
            case "choices" -> Scripts.MILLION_CHOICES;
            default -> throw new IllegalArgumentException(script);
        };
        try (ScriptStand stand = new ScriptStand()) {
            // when
            ScriptEnd end = stand.run(code);

            // then
            assertThat(end.words()).isEmpty();
            assertThat(end.toolCalls()).isEqualTo(calls);
            assertThat(end.result()).isEqualTo(result);
        }
    }

    @Test
    void aScriptForWhichThereIsNoPlaceIsNotMeasured() {
        try (ScriptStand stand = new ScriptStand()) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 2_000; i++) {
                            stand.start(Scripts.waiting(i), "key", (_, _, _, _) -> new CompletableFuture<>(), _ -> {});
                        }
                    })
                    .hasMessageContaining("no place");
        }
    }
}
