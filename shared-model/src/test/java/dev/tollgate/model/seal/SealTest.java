package dev.tollgate.model.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final byte[] PLAIN = "what is inside".getBytes(StandardCharsets.UTF_8);
    private static final String OLD = key("old", 1);
    private static final String NEW = key("new", 2);

    private static String key(String id, int fill) {
        byte[] secret = new byte[SealKey.SECRET_BYTES];
        Arrays.fill(secret, (byte) fill);
        return id + "=" + Base64.getEncoder().encodeToString(secret);
    }

    @Test
    void anyGatewayOfTheRegionOpensIt() {
        String text = Seal.of(List.of(OLD)).seal(PLAIN, "session of k");

        assertThat(Seal.of(List.of(OLD)).open(text, "session of k")).isEqualTo(PLAIN);
        assertThat(text).matches("[!-~]+").doesNotContain("inside");
    }

    @Test
    void itIsOpenedForWhatItWasSealedForOnly() {
        Seal seal = Seal.of(List.of(OLD));
        String text = seal.seal(PLAIN, "session of k");

        assertThat(seal.open(text, "session of l")).isNull();
        assertThat(seal.open(text, "state of k")).isNull();
    }

    @Test
    void noChangedTextIsOpened() {
        Seal seal = Seal.of(List.of(OLD));
        String text = seal.seal(PLAIN, "s");

        for (int i = text.indexOf('.') + 1; i < text.length() - 1; i++) {
            char other = text.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(seal.open(text.substring(0, i) + other + text.substring(i + 1), "s"))
                    .as("changed at %d", i)
                    .isNull();
        }
        for (String none :
                List.of("", ".", "old.", "old.AAAA", "old.=", "other" + text, text + "A", text.substring(4))) {
            assertThat(seal.open(none, "s")).as(none).isNull();
        }
    }

    @Test
    void aRotatedKeyOpensWhatItSealedUntilItIsTakenAway() {
        String text = Seal.of(List.of(OLD)).seal(PLAIN, "s");

        assertThat(Seal.of(List.of(NEW, OLD)).open(text, "s")).isEqualTo(PLAIN);
        assertThat(Seal.of(List.of(NEW, OLD)).seal(PLAIN, "s")).startsWith("new.");
        assertThat(Seal.of(List.of(NEW)).open(text, "s")).isNull();
    }

    @Test
    void withoutAConfiguredKeyNoOtherGatewayOpensIt() {
        String text = Seal.of(List.of()).seal(PLAIN, "s");

        assertThat(Seal.of(List.of()).open(text, "s")).isNull();
    }

    @Test
    void theSameIsNeverSealedTheSame() {
        Seal seal = Seal.of(List.of(OLD));
        Set<String> texts = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            texts.add(seal.seal(PLAIN, "s"));
        }
        assertThat(texts).hasSize(1_000);
    }

    @Test
    void badKeysAreNamed() {
        assertThatThrownBy(() -> Seal.of(List.of("nothing"))).hasMessageContaining("<id>=<32 bytes in Base64>");
        assertThatThrownBy(() -> Seal.of(List.of("k=AAAA"))).hasMessageContaining("seal key k");
        assertThatThrownBy(() -> Seal.of(List.of("K!=" + OLD.substring(4)))).hasMessageContaining("K!");
        assertThatThrownBy(() -> Seal.of(List.of(OLD, OLD))).hasMessageContaining("two seal keys are called old");
    }
}
