package dev.tollgate.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerCheckTest {
    private static final String RIGHT =
            "{\"jsonrpc\":\"2.0\",\"id\":1000000042,\"result\":{\"content\":[{\"type\":\"text\",\"text\":\"lorem m1000000042\"}],\"isError\":false}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "RIGHT  | {\"id\":1000000042,\"result\":{\"text\":\"m1000000042\"}}",
                "RIGHT  | {\"result\":{\"text\":\"m1000000042\"},\"id\":1000000042,\"jsonrpc\":\"2.0\"}",
                "ID     | {\"id\":1000000043,\"result\":{\"text\":\"m1000000042\"}}",
                "ID     | {\"id\":\"1000000042\",\"result\":{\"text\":\"m1000000042\"}}",
                "ID     | {\"id\":10000000420,\"result\":{\"text\":\"m1000000042\"}}",
                "ID     | {\"result\":{\"id\":1000000042,\"text\":\"m1000000042\"}}",
                "ID     | not JSON",
                "MARKER | {\"id\":1000000042,\"result\":{\"text\":\"m1000000043\"}}",
                "MARKER | {\"id\":1000000042,\"result\":{},\"other\":\"m1000000042\"}",
                "MARKER | {\"id\":1000000042}",
                "MARKER | {\"id\":1000000042,\"result\":{\"text\":\"m1000000042\"",
                "ERROR  | {\"id\":1000000042,\"error\":{\"code\":-32602,\"message\":\"m1000000042\"}}",
                "ERROR  | {\"id\":1000000042,\"result\":{\"text\":\"m1000000042\",\"isError\":true}}"
            })
    void judgesTheAnswerOfCall42(Verdict expected, String body) {
        assertThat(judge(200, body)).isEqualTo(expected);
    }

    @Test
    void aRightBodyUnderAnotherStatusIsWrong() {
        assertThat(judge(200, RIGHT)).isEqualTo(Verdict.RIGHT);
        assertThat(judge(202, RIGHT)).isEqualTo(Verdict.STATUS);
        assertThat(judge(500, RIGHT)).isEqualTo(Verdict.STATUS);
    }

    private static Verdict judge(int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return AnswerCheck.judge(status, bytes, 0, bytes.length, ascii("1000000042"), ascii("m1000000042"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
