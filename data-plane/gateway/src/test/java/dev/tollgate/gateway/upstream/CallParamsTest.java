package dev.tollgate.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.RpcMessage;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallParamsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "{\"a\":1} | - | - | {\"a\":1}",
                "{} | {} | - | {}",
                "{\"a\":1} | {\"x\":{\"y\":[1]}} | - | {\"_meta\":{\"x\":{\"y\":[1]}},\"a\":1}",
                "{} | {\"progressToken\":\"t\"} | - | {\"_meta\":{\"progressToken\":7}}",
                "{\"a\":1} | {\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"} | - | {\"a\":1}",
                "{} | {\"io.modelcontextprotocol/logLevel\":\"info\"} | -"
                        + " | {\"_meta\":{\"io.modelcontextprotocol/logLevel\":\"info\"}}",
                "{\"a\":1} | {\"x\":1} | 00-ab-cd-01 | {\"_meta\":{\"x\":1,\"traceparent\":\"00-ab-cd-01\"},\"a\":1}",
                "{\"a\":1} | {\"traceparent\":\"old\"} | 00-ab-cd-01 | {\"_meta\":{\"traceparent\":\"00-ab-cd-01\"},\"a\":1}"
            })
    void what_goes_up_keeps_the_agents_meta_but_for_what_is_of_its_own_hop(
            String params, @Nullable String meta, @Nullable String traceparent, String expected) throws MalformedJson {
        assertThat(new String(params(params, meta, traceparent).json(), StandardCharsets.UTF_8))
                .isEqualTo(expected);
    }

    @Test
    void progress_comes_down_with_the_agents_token_and_without_one_not_at_all() throws MalformedJson {
        RpcMessage progress = RpcMessage.scan(("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\","
                        + "\"params\":{\"progressToken\":7,\"progress\":0.5}}")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(params("{}", "{\"progressToken\":\"mine\"}", null).restored(progress))
                .hasToString(new String(progress.bytes(), StandardCharsets.UTF_8).replace(":7", ":\"mine\""));
        assertThat(params("{}", null, null).restored(progress)).isNull();
    }

    private static CallParams params(String params, @Nullable String meta, @Nullable String traceparent)
            throws MalformedJson {
        return CallParams.of(
                new UpstreamCall(
                        "tools/call",
                        "any",
                        Buffer.buffer(params),
                        meta == null ? null : Buffer.buffer(meta),
                        1_000,
                        traceparent),
                7);
    }
}
