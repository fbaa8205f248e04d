package dev.tollgate.bench.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventBodyTest {
    @Test
    void theLinesOfAnEventStandSideBySide() {
        assertThat(joined("event: message\ndata: {\"id\":1,\ndata: \"result\":{}}\n\n"))
                .isEqualTo("{\"id\":1,\"result\":{}}");
    }

    @Test
    void theLastEventCounts() {
        assertThat(joined("data: {\"progress\":1}\n\n: keep-alive\n\nevent: message\ndata: {}\n\n"))
                .isEqualTo("{}");
    }

    @Test
    void aDocumentIsNoEventStream() {
        byte[] document = "..{\"id\":1}".getBytes(US_ASCII);

        assertThat(EventBody.is(document, 2, document.length)).isFalse();
        assertThat(EventBody.is("data: {}".getBytes(US_ASCII), 0, 8)).isTrue();
    }

    /** With something before and behind it, as in a buffer. */
    private static String joined(String body) {
        byte[] text = ("head" + body + "tail").getBytes(US_ASCII);
        int end = EventBody.join(text, 4, 4 + body.length());
        assertThat(new String(text, US_ASCII)).startsWith("head").endsWith("tail");
        return new String(text, 4, end - 4, US_ASCII);
    }
}
