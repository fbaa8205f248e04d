package dev.tollgate.model.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealKeyFileTest {
    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("seal.keys"), text);
    }

    private static String random(long seed, String id) {
        byte[] secret = new byte[SealKey.SECRET_BYTES];
        new Random(seed).nextBytes(secret);
        return id + "=" + Base64.getEncoder().encodeToString(secret);
    }

    @Test
    void theFirstSealsAndAllOpen() throws IOException {
        byte[] plain = "plain".getBytes(StandardCharsets.UTF_8);
        String text = SealKeyFile.read(file(random(1, "old"))).seal(plain, "b");

        Seal seal =
                SealKeyFile.read(file("# of this autumn\n\n" + random(2, "new") + "\n  " + random(1, "old") + "\n"));

        assertThat(seal.currentKey()).isEqualTo("new");
        assertThat(seal.open(text, "b")).isEqualTo(plain);
        assertThat(seal.isCurrent(text)).isFalse();
        assertThat(seal.isCurrent(seal.seal(plain, "b"))).isTrue();
    }

    @Test
    void noRandomKeyIsTakenForAWeakOne() {
        for (long seed = 0; seed < 20_000; seed++) {
            String key = random(seed, "k");
            assertThat(SealKey.strong(List.of(key))).as("seed %d", seed).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
                "abcdefghijklmnopqrstuvwxyz012345",
                "a-password-that-somebody-typed-1",
                "\1\2\3\4\5\6\7\10\11\12\13\14\15\16\17\20\21\22\23\24\25\26\27\30\31\32\33\34\35\36\37\40",
                "\200\201\200\201\200\201\200\201\200\201\200\201\200\201\200\201\200\201\200\201\200\201\200\201\200\201\200\201\200\201\200\201"
            })
    void whatCouldBeGuessedIsRefusedAndNotRepeated(String secret) throws IOException {
        String text = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.ISO_8859_1));
        Path file = file(random(1, "fine") + "\nweak=" + text);

        assertThatThrownBy(() -> SealKeyFile.read(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("key weak is weak")
                .message()
                .doesNotContain(text);
    }

    @Test
    void aFileWithoutAKeyOrNoFileIsRefused() throws IOException {
        Path empty = file("# nothing\n");
        assertThatThrownBy(() -> SealKeyFile.read(empty)).hasMessageContaining("has no key in it");
        assertThatThrownBy(() -> SealKeyFile.read(folder.resolve("none"))).isInstanceOf(UncheckedIOException.class);
    }
}
