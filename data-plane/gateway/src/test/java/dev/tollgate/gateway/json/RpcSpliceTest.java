package dev.tollgate.gateway.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class RpcSpliceTest {
    @Test
    void answersWithTheRequestsOwnIdAndTheUpstreamsOwnBytes() throws MalformedJson {
        // given
        RpcMessage request = RpcMessage.scan("{\"id\":12345678901234567890123}".getBytes(UTF_8));
        byte[] result = "{\"z\":1.000,\"a\":1e400,\"ü\":\"\\u00fc\"}".getBytes(UTF_8);
        // when
        String answer = RpcSplice.result(request.bytes(), Objects.requireNonNull(request.id()), result)
                .toBuffer()
                .toString();
        // then
        assertThat(answer)
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":12345678901234567890123,"
                        + "\"result\":{\"z\":1.000,\"a\":1e400,\"ü\":\"\\u00fc\"}}");
    }

    @Test
    void anErrorWithoutIdLeavesItOut() {
        byte[] error = RpcSplice.errorObject(-32700, "Bad \"JSON\"", null);

        assertThat(RpcSplice.error(new byte[0], null, error).toBuffer().toString())
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32700,\"message\":\"Bad \\\"JSON\\\"\"}}");
    }

    @Test
    void bytesGrowAsTheyMust() {
        JsonBytes bytes = new JsonBytes(0);
        for (int i = 0; i < 100; i++) {
            bytes.append('x').number(i);
        }

        assertThat(bytes.toBytes()).hasSize(bytes.length()).startsWith('x', '0', 'x', '1');
    }

    @Test
    void arraysComeApartIntoElements() throws MalformedJson {
        byte[] text = "[ {\"a\":[1]} , \"b\",3 ]".getBytes(UTF_8);

        assertThat(JsonArrays.elements(new JsonReader(text), 3))
                .extracting(span -> span.text(text))
                .containsExactly("{\"a\":[1]}", "\"b\"", "3");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> JsonArrays.elements(new JsonReader(text), 2)))
                .hasMessageContaining("more than 2 elements");
    }
}
