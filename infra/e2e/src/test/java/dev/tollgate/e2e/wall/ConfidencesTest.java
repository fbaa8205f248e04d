package dev.tollgate.e2e.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of secret is planted in a file and found there, be it the suite's own or known by its form alone. */
class ConfidencesTest {
    private static final Confidences CONFIDENCES =
            Confidences.of(Map.of("a password", "horse-battery", "another password", "staple-battery"));

    @TempDir
    private Path folder;

    static Stream<Arguments> planted() {
        return Stream.of(
                Arguments.of("a password", "horse-battery"),
                Arguments.of("another password", "staple-battery"),
                Arguments.of(
                        "a virtual key", "tg_acme-1_" + "a".repeat(12) + "_" + "B".repeat(43) + "_" + "0".repeat(6)),
                Arguments.of("a token", "eyJhbGciOiJF.eyJpc3MiOiJo.c2lnbmF0"),
                Arguments.of("a private JSON Web Key", "\"d\" : \"" + "x".repeat(43) + "\""),
                Arguments.of("a private key", "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG"),
                Arguments.of("a private key", "MEECAQAwEwYHKoZIzj0CAQYIKoZIzj0DAQcEJzAl"),
                Arguments.of("a directory's token", "tgscim_" + "0a".repeat(12) + "_" + "Z".repeat(43)));
    }

    @ParameterizedTest
    @MethodSource("planted")
    void finds_each_kind_wherever_it_stands(String what, String secret) throws IOException {
        var zeros = "\0".repeat(100_000);
        var beginning = secret.substring(0, 3);
        for (var before :
                List.of("", "at ", zeros, zeros + " ", beginning, beginning + beginning + " ", "\u00ff\u00fe")) {
            for (var behind : List.of("", "\n", zeros, " " + beginning)) {
                assertThat(foundIn(before + secret + behind))
                        .singleElement()
                        .asString()
                        .startsWith(what + " behind: ")
                        .doesNotContain(secret);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("planted")
    void finds_nothing_in_what_lacks_its_last_letter(String what, String secret) throws IOException {
        assertThat(foundIn(secret.substring(0, secret.length() - 1) + " "))
                .as(what)
                .isEmpty();
    }

    @Test
    void names_each_kind_once_by_what_stands_before_it_first() throws IOException {
        var token = "eyJhbGciOiJF.eyJpc3MiOiJo.c2lnbmF0";

        assertThat(foundIn("tg_none bearer " + token + " pass horse-battery then " + token + " horse-battery"))
                .containsExactly(
                        "a token behind: tg_none bearer ", "a password behind: tg_none bearer " + token + " pass ");
    }

    @Test
    void refuses_what_has_a_zero_in_it() {
        var zeros = Map.of("a password", "horse\0battery");

        assertThatThrownBy(() -> Confidences.of(zeros))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a password");
    }

    private List<String> foundIn(String text) throws IOException {
        Files.write(folder.resolve("file"), text.getBytes(StandardCharsets.ISO_8859_1));
        var files = new DataFiles(folder);
        assertThat(files.all()).containsExactly("file");
        return CONFIDENCES.in(files.bytes("file").orElseThrow());
    }
}
