package dev.tollgate.control.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer resource_metadata=\"https://a.example/m\", scope=\"read write\"",
                "bearer scope=\"read write\",resource_metadata=https://a.example/m",
                "Basic realm=\"x\", Bearer error=\"invalid_token\", scope=\"read write\", resource_metadata=\"https://a.example/m\"",
                "Bearer realm=\"says \\\"scope=none\\\"\", scope=\"read write\", resource_metadata=\"https://a.example/m\", DPoP algs=\"ES256\""
            })
    void itIsReadHoweverItIsWritten(String header) {
        assertThat(Challenge.of(List.of("Negotiate", header)))
                .isEqualTo(new Challenge(URI.create("https://a.example/m"), List.of("read", "write")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Basic realm=\"Bearer scope=x\"", "Bearer ,,,", "Bearer scope=\"\""})
    void oneThatSaysNothingAsksForNothing(String header) {
        assertThat(Challenge.of(List.of(header))).isEqualTo(Challenge.NONE);
    }

    @Test
    void oneThatIsTooLongIsNotLookedAt() {
        assertThat(Challenge.of(List.of("Bearer scope=\"" + "x ".repeat(5_000) + "\"")))
                .isEqualTo(Challenge.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer resource_metadata=\"not an address\"", "Bearer scope=\"read \\\"all\\\"\""})
    void whatCannotBeReadIsSaidWithoutBeingRepeated(String header) {
        assertThatThrownBy(() -> Challenge.of(List.of(header)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("asks for authorization in a way that cannot be read");
    }
}
