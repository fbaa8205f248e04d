package dev.tollgate.gateway.edge.handed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.model.id.Slug;
import dev.tollgate.model.key.KeySecret;
import io.vertx.core.MultiMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HandedHeadersTest {
    private static final String KEY = key();
    private static final List<String> NAMES = List.of("x-shop", "x-note");

    private static String key() {
        SecureRandom random = new SecureRandom();
        return KeySecret.issue(new Slug("production"), KeySecret.newKeyId(random), random)
                .reveal();
    }

    private static MultiMap headers(String... namesAndValues) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Authorization", "Bearer " + KEY);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return headers;
    }

    @Test
    void only_what_is_named_is_handed_on_and_several_of_a_name_as_one() {
        MultiMap headers = headers("X-Shop", "north", "x-shop", "south", "X-Other", "1");

        assertThat(HandedHeaders.of(headers, NAMES)).isEqualTo(Map.of("x-shop", "north, south"));
    }

    @Test
    void an_access_token_is_not_handed_on_whole_or_in_the_part_that_counts() {
        String signature = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlq";
        String token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0." + signature;
        for (String said : List.of(
                token,
                "Bearer " + token,
                signature,
                Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8)))) {
            MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                    .add("Authorization", "DPoP " + token)
                    .add("X-Shop", said)
                    .add("X-Note", "hello");

            assertThat(HandedHeaders.of(headers, NAMES)).as(said).isEqualTo(Map.of("x-note", "hello"));
        }
    }

    /** Ways to say a key. */
    static Stream<UnaryOperator<String>> dresses() {
        return Stream.of(
                key -> key,
                key -> "see " + key + " there",
                key -> key.toUpperCase(Locale.ROOT),
                key -> key.substring(0, key.length() - 7),
                key -> key.substring(key.length() - 50, key.length() - 7),
                key -> key.replace("_", "%5F"),
                key -> URLEncoder.encode(key, StandardCharsets.UTF_8),
                key -> Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8)),
                key -> Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8)),
                key -> "Basic "
                        + Base64.getEncoder().encodeToString(("robot:" + key).getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("dresses")
    void a_value_that_holds_the_key_is_left_out_however_it_is_dressed(UnaryOperator<String> dress) {
        MultiMap headers = headers("x-shop", dress.apply(KEY), "x-note", "plain");

        assertThat(HandedHeaders.of(headers, NAMES)).isEqualTo(Map.of("x-note", "plain"));
    }

    @Test
    void another_key_is_left_out_too_and_what_only_looks_a_little_like_one_is_not() {
        assertThat(HandedHeaders.of(headers("x-shop", key()), NAMES)).isEmpty();
        assertThat(HandedHeaders.of(headers("x-shop", "tg_north", "x-note", "mtg_42_a"), NAMES))
                .hasSize(2);
        assertThat(HandedHeaders.of(headers("x-shop", "0af7651916cd43dd8448eb211c80319c"), NAMES))
                .hasSize(1);
    }

    @Test
    void more_than_may_be_and_what_cannot_be_sent_is_refused() {
        MultiMap much = headers("x-shop", "a".repeat(HandedHeaders.CHARS_MAX));
        MultiMap control = headers("x-shop", "a\u0001b");

        assertThatThrownBy(() -> HandedHeaders.of(much, NAMES)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HandedHeaders.of(control, NAMES)).hasMessageContaining("x-shop");
    }
}
