package dev.tollgate.gateway.edge.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.model.net.Cidr;
import io.vertx.core.MultiMap;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicUrlsTest {
    private static final String PROXY = "10.0.0.7";
    private final PublicUrls urls = new PublicUrls(
            List.of("https://mcp.example", "http://127.0.0.1:8090", "https://api.example/tollgate/"),
            List.of(Cidr.of("10.0.0.0/8")));

    @ParameterizedTest
    @CsvSource({
        // from, Host, forwarded scheme, host, prefix, address
        "192.0.2.1, 127.0.0.1:8090, , , , http://127.0.0.1:8090",
        "192.0.2.1, evil.example, , , , https://mcp.example",
        "192.0.2.1, 127.0.0.1:8090, https, api.example, /tollgate, http://127.0.0.1:8090",
        "10.0.0.7, internal:8090, https, api.example, /tollgate, https://api.example/tollgate",
        "10.0.0.7, internal:8090, https, API.example:443, /tollgate/, https://api.example/tollgate",
        "10.0.0.7, internal:8090, https, mcp.example, , https://mcp.example",
        "10.0.0.7, internal:8090, https, evil.example, , https://mcp.example",
        "10.0.0.7, 127.0.0.1:8090, https, 'no host', , https://mcp.example",
    })
    void choosesTheAddressThatARequestCameToAndNoOther(
            String from,
            String host,
            @Nullable String scheme,
            @Nullable String forwarded,
            @Nullable String prefix,
            String address) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Host", host);
        add(headers, "X-Forwarded-Proto", scheme);
        add(headers, "X-Forwarded-Host", forwarded);
        add(headers, "X-Forwarded-Prefix", prefix);

        assertThat(urls.of(headers, () -> Optional.of(InetAddress.ofLiteral(from))))
                .isEqualTo(address);
    }

    private static void add(MultiMap headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, value);
        }
    }

    @Test
    void believesNobodyWithoutAnAddress() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .add("X-Forwarded-Proto", "https")
                .add("X-Forwarded-Host", "api.example")
                .add("X-Forwarded-Prefix", "/tollgate");

        assertThat(urls.of(headers, Optional::empty)).isEqualTo("https://mcp.example");
        assertThat(urls.of(headers, () -> Optional.of(InetAddress.ofLiteral(PROXY))))
                .isEqualTo("https://api.example/tollgate");
    }

    @Test
    void isTheAudienceUnderEachAddress() {
        assertThat(urls.resources())
                .containsExactlyInAnyOrder(
                        "https://mcp.example/mcp", "http://127.0.0.1:8090/mcp", "https://api.example/tollgate/mcp");
        assertThat(PublicUrls.metadataUrl("https://api.example/tollgate"))
                .isEqualTo("https://api.example/.well-known/oauth-protected-resource/tollgate/mcp");
        assertThat(new PublicUrls(List.of(), List.of()).isKnown()).isFalse();
    }

    @Test
    void knowsItsOwnUrls() {
        assertThat(urls.isAt("https://MCP.example:443/mcp?x=1#y", "/mcp")).isTrue();
        assertThat(urls.isAt("https://api.example/tollgate/mcp", "/mcp")).isTrue();
        assertThat(urls.isAt("https://mcp.example/mcp/readers", "/mcp")).isFalse();
        assertThat(urls.isAt("http://mcp.example/mcp", "/mcp")).isFalse();
        assertThat(urls.isAt("https://evil.example/mcp", "/mcp")).isFalse();
        assertThat(urls.isAt("not a url", "/mcp")).isFalse();
        assertThat(urls.isAt("/mcp", "/mcp")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mcp.example",
                "ftp://mcp.example",
                "https://mcp.example?x",
                "https://u@mcp.example",
                "https:///x"
            })
    void isGivenAddressesThatAreSome(String text) {
        assertThatThrownBy(() -> new PublicUrls(List.of(text), List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
