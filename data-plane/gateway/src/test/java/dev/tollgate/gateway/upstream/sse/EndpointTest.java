package dev.tollgate.gateway.upstream.sse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "/message?sessionId=1, /message?sessionId=1",
                "message?x=%2F, /a/message?x=%2F",
                "?s=1, /a/?s=1",
                "http://up.example:8080/m, /m",
                "HTTP://UP.example:8080/m, /m",
                "http://up.example:8080, /",
                "//up.example:8080/m, /m",
                "http://up.example/m, -",
                "https://up.example:8080/m, -",
                "http://other.example:8080/m, -",
                "//other.example:8080/m, -",
                "http://up.example.evil:8080/m, -",
                "http://me@up.example:8080/m, -",
                "http://up.example:8080@other.example/m, -",
                "http://169.254.169.254/latest, -",
                "file:///etc/passwd, -",
                "mailto:a@b, -",
                "http://[broken, -",
                "not a uri, -"
            })
    void only_the_streams_own_origin_is_posted_to(String named, @Nullable String path) {
        URI stream = URI.create("http://up.example:8080/a/sse");

        assertThat(Endpoint.path(stream, named.getBytes(StandardCharsets.UTF_8)).orElse(null))
                .isEqualTo(path);
    }
}
