package dev.tollgate.model.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerChallengeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer error=\"insufficient_scope\", scope=\"read write\"",
                "bearer SCOPE=\"read write\",error=insufficient_scope",
                "Basic realm=\"x\", Bearer error=\"insufficient_scope\", scope=\"read write\", scope=\"admin\"",
            })
    void itIsReadHoweverItIsWritten(String header) {
        BearerChallenge challenge =
                BearerChallenge.of(List.of("Negotiate", header)).orElseThrow();

        assertThat(challenge.parameters()).isEqualTo(Map.of("error", "insufficient_scope", "scope", "read write"));
        assertThat(challenge.scopes()).containsExactly("read", "write");
    }

    @Test
    void ofAnotherSchemeThereIsNone() {
        assertThat(BearerChallenge.of(List.of("Basic realm=\"Bearer scope=x\"", "DPoP algs=\"ES256\"")))
                .isEmpty();
        assertThat(BearerChallenge.of(List.of("Bearer scope=\"" + "x ".repeat(5_000) + "\"")))
                .isEmpty();
    }
}
