package dev.tollgate.model.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialRulesTest {
    private static final List<InetAddress> PUBLIC = List.of(InetAddress.ofLiteral("8.8.8.8"));

    private final DialRules rules = new DialRules(false);
    private final List<String> lookedUp = new ArrayList<>();

    static Stream<Arguments> destinations() {
        try (var in = DialRulesTest.class.getResourceAsStream("/net/destinations.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split(" \\| "))
                    .map(parts -> Arguments.of(parts[0], parts[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A resolver that finds every name, and takes numbers for addresses as the most generous one does. */
    private Optional<String> refusal(String url) {
        Destination to = Destination.of(uri(url));
        Optional<String> early = rules.refusal(to);
        if (early.isPresent()) {
            return early;
        }
        lookedUp.add(to.host());
        List<InetAddress> found =
                to.host().matches("[0-9.]+|.*:.*") ? List.of(InetAddress.ofLiteral(to.host())) : PUBLIC;
        return rules.refusal(to, found);
    }

    /** As text that is no URI for Java leaves it: without a host. */
    private static URI uri(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            return URI.create("opaque:" + url.hashCode());
        }
    }

    @ParameterizedTest
    @MethodSource("destinations")
    void whatLeadsInsideIsRefused(String url, String reason) {
        assertThat(refusal(url)).hasValueSatisfying(why -> assertThat(why).startsWith(reason));
    }

    /** The form is judged of the host alone too: not every caller's URLs come from Java's own parser. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "127.0.0.1.", "127。0。0。1", "localhost.1", "", ".",
                "fe80::1%eth0", "[::1]", "::ffff:127.0.0.1.", "a b", "a\nb", "a/b", "user@host", "host:80:90",
                        "1.2.3.4.5"
            })
    void aHostThatReadersTakeDifferentlyIsNotEvenLookedUp(String host) {
        assertThat(rules.refusal(new Destination(host, 80))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "http://8.8.8.8/, 80",
        "https://8.8.8.8/, 443",
        "https://8.8.8.8:8443/, 8443",
        "http://8.8.8.8:1024/, 1024",
        "http://8.8.8.8:65535/, 65535",
        "http://[2001:4860:4860::8888]/, 80",
        "https://mcp.example.com/, 443",
        "https://mcp.example.com./, 443",
        "https://xn--mnchen-3ya.example/, 443",
        "https://a-1.b-c.example/, 443"
    })
    void whatIsPublicIsDialled(String url, int port) {
        assertThat(refusal(url)).isEmpty();
        assertThat(Destination.of(URI.create(url)).port()).isEqualTo(port);
        assertThat(lookedUp).hasSize(1);
    }

    @Test
    void oneAddressThatIsNotAllowedDeniesAll() {
        Destination to = new Destination("mixed.example", 443);

        Optional<String> why =
                rules.refusal(to, List.of(InetAddress.ofLiteral("8.8.8.8"), InetAddress.ofLiteral("169.254.169.254")));

        assertThat(why).contains("leads to a link-local address, which is not allowed");
    }

    @Test
    void loopbackIsDialledWhereTheOperatorAllowsItAndNothingElseWithIt() {
        DialRules local = new DialRules(true);
        Destination to = new Destination("here.example", 8080);

        assertThat(local.refusal(to, List.of(InetAddress.ofLiteral("127.0.0.1"))))
                .isEmpty();
        assertThat(local.refusal(to, List.of(InetAddress.ofLiteral("10.0.0.1"))))
                .isPresent();
        assertThat(local.refusal(new Destination("127.1", 8080))).isPresent();
        assertThat(local.refusal(new Destination("127.0.0.1", 22))).isPresent();
    }
}
