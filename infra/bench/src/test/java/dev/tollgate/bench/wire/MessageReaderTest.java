package dev.tollgate.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageReaderTest {
    private static final String LENGTH = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX: y\r\n\r\nhello";
    private static final String LOWER = "HTTP/1.1 503 Busy\r\nx: y\r\ncontent-length:5\r\n\r\nhello";
    private static final String CHUNKS =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3;x=y\r\nllo\r\n0\r\n\r\n";

    private final MessageReader reader = new MessageReader();

    @ParameterizedTest
    @ValueSource(strings = {LENGTH, LOWER, CHUNKS})
    void readsAMessageCutAtAnyByte(String message) {
        for (int cut = 1; cut < message.length(); cut++) {
            reader.clear();
            put(message.substring(0, cut));
            assertThat(reader.advance()).as("cut at %d", cut).isFalse();
            put(message.substring(cut));
            assertThat(reader.advance()).as("cut at %d", cut).isTrue();
            assertThat(body()).isEqualTo("hello");
        }
    }

    @Test
    void readsTheStatus() {
        put(LOWER);
        assertThat(reader.advance()).isTrue();
        assertThat(reader.status()).isEqualTo(503);
    }

    @Test
    void keepsWhatCameBehindAMessageForTheNext() {
        put(CHUNKS + LENGTH.replace("hello", "world"));
        assertThat(reader.advance()).isTrue();
        assertThat(body()).isEqualTo("hello");
        reader.next();
        assertThat(reader.isEmpty()).isFalse();
        assertThat(reader.advance()).isTrue();
        assertThat(body()).isEqualTo("world");
        reader.next();
        assertThat(reader.isEmpty()).isTrue();
    }

    @Test
    void aMessageWithoutLengthHasNoBody() {
        put("GET /mcp HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(reader.advance()).isTrue();
        assertThat(body()).isEmpty();
    }

    @Test
    void refusesALengthBeyondTheMaximum() {
        put("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n");
        assertThatThrownBy(reader::advance).isInstanceOf(MalformedMessage.class).hasMessageContaining("length");
    }

    private void put(String text) {
        reader.space().put(text.getBytes(StandardCharsets.US_ASCII));
    }

    private String body() {
        return new String(
                reader.bytes(), reader.bodyStart(), reader.bodyEnd() - reader.bodyStart(), StandardCharsets.US_ASCII);
    }
}
