package dev.tollgate.bench.savings.task;

import static dev.tollgate.bench.savings.agent.Json.each;
import static dev.tollgate.bench.savings.agent.Json.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.bench.savings.agent.Hands;
import java.io.IOException;

/** Word to colleagues, in which many tasks end. */
final class Channels {
    private Channels() {}

    static void post(Hands hands, String channel, String words) throws IOException, InterruptedException {
        post(hands, hands.use("I need the channel's identifier.", "chat", "list_channels"), channel, words);
    }

    /** @param channels the answer of the tool that lists them */
    static void post(Hands hands, JsonNode channels, String channel, String words)
            throws IOException, InterruptedException {
        JsonNode found = each(
                        channels.path("channels"), one -> text(one, "name").equals(channel))
                .getFirst();
        hands.use("Now I post it.", "chat", "post_message", "channel_id", text(found, "id"), "text", words);
    }
}
