package dev.tollgate.control.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.control.testing.SealKeys;
import dev.tollgate.model.id.Region;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealBeansTest {
    private static final byte[] PLAIN = "a secret".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private final SealBeans beans = new SealBeans();

    private MasterSeal master(Optional<Path> file, List<String> keys, Optional<URI> vault) {
        return beans.masterSeal(
                file,
                keys.isEmpty() ? Optional.empty() : Optional.of(keys),
                vault,
                "transit",
                "tollgate",
                Optional.empty());
    }

    @Test
    void theMasterKeyComesFromAFileOrFromTheEnvironment() throws IOException {
        String key = SealKeys.random("m1");
        Path file = Files.writeString(folder.resolve("master.keys"), "# made today\n" + key + "\n");

        byte[] sealed = master(Optional.of(file), List.of(), Optional.empty()).seal(PLAIN, "a");

        assertThat(master(Optional.empty(), List.of(key), Optional.empty()).open(sealed, "a"))
                .isEqualTo(PLAIN);
    }

    @Test
    void aSecretIsOpenedForWhatItIsBoundToAlone() {
        MasterSeal master = master(Optional.empty(), List.of(SealKeys.random("m1")), Optional.empty());
        byte[] sealed = master.seal(PLAIN, "tenant|credential|1");

        assertThatThrownBy(() -> master.open(sealed, "tenant|credential|2"))
                .isInstanceOf(IllegalStateException.class)
                .message()
                .doesNotContain("a secret");
        assertThat(sealed).isNotEqualTo(master.seal(PLAIN, "tenant|credential|1"));
    }

    @Test
    void nothingStartsWithoutAMasterKeyOrWithTwo() {
        assertThatThrownBy(() -> master(Optional.empty(), List.of(), Optional.empty()))
                .hasMessageContaining("in exactly one way");
        assertThatThrownBy(() -> beans.masterSeal(
                        Optional.empty(),
                        Optional.of(List.of(SealKeys.random("m1"))),
                        Optional.of(URI.create("http://127.0.0.1:1")),
                        "transit",
                        "tollgate",
                        Optional.of(folder)))
                .hasMessageContaining("in exactly one way");
        assertThatThrownBy(() -> master(Optional.empty(), List.of(), Optional.of(URI.create("http://127.0.0.1:1"))))
                .hasMessageContaining("token-file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
                "changeit-changeit-changeit-chang",
                "Correct-Horse-Battery-Staple-1A!",
                "\1\2\3\4\5\6\7\10\11\12\13\14\15\16\17\20\21\22\23\24\25\26\27\30\31\32\33\34\35\36\37\40"
            })
    void nothingStartsWithAKeyThatCouldBeGuessed(String secret) {
        String key = "m1=" + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> master(Optional.empty(), List.of(key), Optional.empty()))
                .hasMessageContaining("key m1 is weak")
                .message()
                .doesNotContain(key.substring(3));
    }

    @Test
    void everyRegionHasAKey() throws IOException {
        Path file = Files.writeString(folder.resolve("local.keys"), SealKeys.random("l1"));

        RegionSeals seals = beans.regionSeals(List.of("local"), Optional.of(List.of("local=" + file)));

        assertThat(seals.of(new Region("local")).currentKey()).isEqualTo("l1");
        assertThatThrownBy(() -> beans.regionSeals(List.of("local", "far"), Optional.of(List.of("local=" + file))))
                .hasMessageContaining("no file for region far");
        assertThatThrownBy(() -> beans.regionSeals(List.of("local"), Optional.empty()))
                .hasMessageContaining("no file for region local");
    }
}
