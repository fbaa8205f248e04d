package dev.tollgate.e2e.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.e2e.api.Answer;
import dev.tollgate.model.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** JSON-RPC messages in HTTP answers. */
public final class Rpc {
    private Rpc() {}

    /** The message answered, whether plain or as the last event of a stream. */
    public static JsonNode message(Answer answer) {
        if (!answer.contentType().equals("text/event-stream")) {
            return answer.json();
        }
        var data = answer.text()
                .lines()
                .filter(line -> line.startsWith("data:"))
                .reduce((_, later) -> later)
                .orElseThrow(() -> new AssertionError("a stream without a message: " + answer));
        return WireJson.decode(data.substring("data:".length()).getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }

    /** The first text of a tool's result; fails on anything but a result. */
    public static String text(Answer answer) {
        assertThat(answer).returns(200, Answer::status);
        var result = message(answer).path("result");
        assertThat(result.isObject()).as("a result in %s", answer).isTrue();
        assertThat(result.path("isError").asBoolean(false))
                .as("an error in %s", answer)
                .isFalse();
        return result.required("content").required(0).required("text").asText();
    }

    /** The id under which the call is recorded, as each answer to a call carries it. */
    public static UUID callId(Answer answer) {
        return UUID.fromString(answer.header("Tollgate-Call-Id")
                .orElseThrow(() -> new AssertionError("no Tollgate-Call-Id on " + answer)));
    }
}
