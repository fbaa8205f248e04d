package dev.tollgate.model.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.model.Samples;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardedHeadersTest {
    private static final Transport HTTP = new Transport.StreamableHttp(URI.create("https://crm.example/mcp"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "proxy-authorization",
                "X-Tollgate-Key",
                "x-tollgate-anything",
                "X-API-Key",
                "x-bf-vk",
                "Cookie",
                "Host",
                "Connection",
                "Keep-Alive",
                "TE",
                "Trailer",
                "Transfer-Encoding",
                "Upgrade",
                "Mcp-Session-Id",
                "mcp-param-region",
                "Content-Type",
                "content-length",
                "Accept",
                "Accept-Encoding",
                "traceparent",
                "Origin",
                "Forwarded",
                "X-Forwarded-For",
                "x-forwarded-proto"
            })
    void what_is_not_a_servers_to_see_or_say_is_refused_by_its_name_and_with_the_reason(String name) {
        assertThat(ForwardedHeaders.refusal(name))
                .hasValueSatisfying(why -> assertThat(why).startsWith(name + " is never forwarded: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-shop-tenant", "Accept-Language", "tracestate", "x-request-id", "x-apikey", "mcp"})
    void other_headers_may_be_forwarded(String name) {
        assertThat(ForwardedHeaders.refusal(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x shop", "x:shop", "x\r\nhost", "größe", "x\u0000"})
    void what_is_no_name_of_a_header_is_refused(String name) {
        assertThat(ForwardedHeaders.refusal(name)).isPresent();
        assertThat(ForwardedHeaders.refusal("x".repeat(ForwardedHeaders.NAME_CHARS_MAX + 1)))
                .isPresent();
    }

    @Test
    void names_are_kept_in_lower_case_each_once_and_no_more_than_may_be() {
        assertThat(server(HTTP, List.of("X-A", "x-a", "x-b")).forwardedHeaders())
                .isEqualTo(List.of("x-a", "x-b"));
        assertThat(server(HTTP, List.of()).forwardedHeaders()).isNull();
        List<String> tooMany = IntStream.rangeClosed(0, ForwardedHeaders.NAMES_MAX)
                .mapToObj(i -> "x-" + i)
                .toList();
        assertThatThrownBy(() -> server(HTTP, tooMany)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_process_is_given_none() {
        Transport stdio = new Transport.Stdio("filesystem");

        assertThatThrownBy(() -> server(stdio, List.of("x-a"))).hasMessageContaining("no headers");
        assertThat(server(stdio, null).forwardedHeaders()).isNull();
    }

    private static ServerConfig server(Transport transport, @Nullable List<String> forwarded) {
        ServerConfig like = Samples.crm();
        return new ServerConfig(
                like.tenant(),
                like.id(),
                like.environment(),
                like.name(),
                transport,
                like.baseline(),
                like.prefixMode(),
                like.enabled(),
                like.timeoutMillis(),
                null,
                forwarded);
    }
}
