package dev.tollgate.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.bench.wire.Era;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallTemplateTest {
    private final CallTemplate template = new CallTemplate(new Target(
            "gateway",
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 8090),
            "/mcp",
            Map.of("Authorization", "Bearer k"),
            "stub__echo"));

    @Test
    void theNumberStandsAsIdAndAsMarkerAndNothingElseMoves() {
        String first = text(1_000_000_000L);
        String other = text(9_876_543_210L);

        assertThat(first).contains("\"id\":1000000000,").contains("\"marker\":\"m1000000000\"");
        assertThat(other).isEqualTo(first.replace("1000000000", "9876543210"));
        assertThat(template.id()).asString(StandardCharsets.US_ASCII).isEqualTo("9876543210");
        assertThat(template.marker()).asString(StandardCharsets.US_ASCII).isEqualTo("m9876543210");
    }

    @Test
    void theHeadSaysHowLongTheBodyIs() {
        String request = text(1_000_000_000L);
        String body = request.substring(request.indexOf("\r\n\r\n") + 4);

        assertThat(request).startsWith("POST /mcp HTTP/1.1\r\n").contains("\r\nAuthorization: Bearer k\r\n");
        assertThat(request).contains("\r\nContent-Length: " + body.length() + "\r\n");
        assertThat(body).startsWith("{").endsWith("}").contains("\"name\":\"stub__echo\"");
    }

    @Test
    void aModernCallSaysWhatItIsInItsHeadersAndItsBody() {
        Target modern = new Target(
                        "gateway",
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 8090),
                        "/mcp",
                        Map.of(),
                        "stub__echo")
                .in(Era.MODERN);

        String request = StandardCharsets.US_ASCII
                .decode(new CallTemplate(modern).number(1_234_567_890L))
                .toString();

        assertThat(request)
                .contains("\r\nMCP-Protocol-Version: 2026-07-28\r\n")
                .contains("\r\nMcp-Method: tools/call\r\n")
                .contains("\r\nMcp-Name: stub__echo\r\n")
                .contains("\"marker\":\"m1234567890\"}")
                .contains("\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"")
                .endsWith("}}}");
    }

    @Test
    void loadGoesToLoopbackAlone() throws UnknownHostException {
        InetSocketAddress elsewhere =
                new InetSocketAddress(InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1}), 80);

        assertThatThrownBy(() -> new Target("other", elsewhere, "/", Map.of(), "echo"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("192.0.2.1");
    }

    private String text(long number) {
        return StandardCharsets.US_ASCII.decode(template.number(number)).toString();
    }
}
