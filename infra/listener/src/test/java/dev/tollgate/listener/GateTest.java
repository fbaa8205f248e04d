package dev.tollgate.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
    private static final Hosts HOSTS =
            Hosts.of(List.of("Pods.internal "), List.of(URI.create("https://MCP.example:8443/tools")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mcp.example",
                "MCP.EXAMPLE",
                "pods.internal",
                "localhost",
                "127.0.0.1",
                "10.1.2.3",
                "[::1]",
                "::1"
            })
    void answersToItsNamesAndToAddressesInNumbers(String host) {
        assertThat(HOSTS.admits(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "evil.example",
                "mcp.example.",
                "mcp.example.evil.example",
                "127.0.0.1.evil.example",
                "localhost.evil.example",
                "1.2.3.4a",
                "x127.0.0.1"
            })
    void answersToNoOtherName(String host) {
        assertThat(HOSTS.admits(host)).isFalse();
    }

    @Test
    void answersToNothingWithoutAName() {
        assertThat(HOSTS.admits(null)).isFalse();
    }

    @Test
    void namesAreBoundedAndPlain() {
        List<String> many = IntStream.rangeClosed(0, Hosts.NAMES_MAX)
                .mapToObj(i -> "host-" + i)
                .toList();

        assertThatThrownBy(() -> Hosts.of(many, List.of())).hasMessageContaining("at most 64");
        assertThatThrownBy(() -> Hosts.of(List.of("mcp.example:80"), List.of())).hasMessageContaining("without a port");
        assertThatThrownBy(() -> Hosts.of(Collections.singleton(" "), List.of()))
                .hasMessageContaining("lower case");
    }

    @ParameterizedTest
    @CsvSource({
        "NONE,https://app.example,true",
        "NONE,http://127.0.0.1:8080,false",
        "NONE,null,false",
        "LOOPBACK,http://127.0.0.1:9,true",
        "LOOPBACK,http://localhost:9,true",
        "LOOPBACK,http://localhost.evil.example,false",
        "LOOPBACK,http://console.example,false",
        "OWN,https://console.example,true",
        "OWN,http://CONSOLE.example,true",
        "OWN,https://console.example:8443,false",
        "OWN,https://evil.example,false",
        "OWN,null,false",
        "OWN,%,false",
        "OWN,file://,false"
    })
    void admitsPages(Origins.Others others, String origin, boolean admitted) {
        Origins origins = new Origins(Set.of("https://app.example"), others);

        assertThat(origins.admits(origin, HostAndPort.create("console.example", -1)))
                .isEqualTo(admitted);
    }

    @Test
    void aRequestThatNoPageSendsHasNoOrigin() {
        assertThat(new Origins(Set.of(), Origins.Others.NONE).admits(null, HostAndPort.create("console.example", 80)))
                .isTrue();
    }
}
