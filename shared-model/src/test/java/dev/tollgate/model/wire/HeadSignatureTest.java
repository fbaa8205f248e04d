package dev.tollgate.model.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.model.Samples;
import dev.tollgate.model.config.ConfigHead;
import dev.tollgate.model.id.Region;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The golden file is what another release signed: one that signed or checked otherwise would reject every snapshot. */
class HeadSignatureTest {
    private static final Region REGION = new Region("local");
    /** RFC 8032, section 7.1, test 1: a key that the whole world knows. */
    private static final byte[] SECRET =
            java.util.HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

    private static final String PUBLIC_SPKI = Base64.getEncoder()
            .encodeToString(java.util.HexFormat.of()
                    .parseHex("302a300506032b6570032100d75a980182b10ab7d54bfed3c964073a"
                            + "0ee172f3daa62325af021a68f707511a"));

    private final PrivateKey key = privateKey();
    private final PublicKey publicKey = Objects.requireNonNull(
            SigningKeys.publicKeys(List.of("k1=" + PUBLIC_SPKI)).get("k1"));

    @Test
    void a_signed_head_is_as_in_its_golden_file_and_read_back_as_itself() throws IOException {
        ConfigHead signed = HeadSignature.sign(Samples.restoredHead(), REGION, "k1", key);
        byte[] bytes = ConfigCodec.encode(signed);

        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(golden("head-signed.json"));
        assertThat(ConfigCodec.decodeHead(ConfigKey.head(Samples.TENANT), bytes))
                .isEqualTo(signed);
        assertThat(HeadSignature.isBy(signed, REGION, publicKey)).isTrue();
    }

    @Test
    void every_member_counts() {
        ConfigHead head = Samples.restoredHead();
        ConfigHead signed = HeadSignature.sign(head, REGION, "k1", key);
        String by = String.valueOf(signed.signature());
        List<ConfigHead> others = List.of(
                new ConfigHead(
                        new dev.tollgate.model.id.TenantId(new java.util.UUID(1, 1)),
                        head.revision(),
                        head.digest(),
                        head.resources(),
                        head.committedAt(),
                        head.epoch()),
                new ConfigHead(head.tenant(), 9, head.digest(), head.resources(), head.committedAt(), head.epoch()),
                new ConfigHead(
                        head.tenant(), head.revision(), "cd".repeat(32), head.resources(), head.committedAt(), 1L),
                new ConfigHead(
                        head.tenant(),
                        head.revision(),
                        "cd".repeat(32),
                        head.resources(),
                        head.committedAt(),
                        head.epoch()),
                new ConfigHead(head.tenant(), head.revision(), head.digest(), 9, head.committedAt(), head.epoch()),
                new ConfigHead(
                        head.tenant(),
                        head.revision(),
                        head.digest(),
                        head.resources(),
                        head.committedAt().plusNanos(1_000),
                        head.epoch()),
                new ConfigHead(head.tenant(), head.revision(), head.digest(), head.resources(), head.committedAt()));

        assertThat(others).noneMatch(other -> HeadSignature.isBy(other.signed(by, "k1"), REGION, publicKey));
        assertThat(HeadSignature.isBy(signed, new Region("eu"), publicKey)).isFalse();
        assertThat(HeadSignature.isBy(head, REGION, publicKey)).isFalse();
    }

    @Test
    void keys_are_read_as_configuration_has_them() throws GeneralSecurityException {
        String base64 = Base64.getEncoder().encodeToString(key.getEncoded());
        String pem = "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";

        assertThat(SigningKeys.privateKey(base64)).isEqualTo(key);
        assertThat(SigningKeys.privateKey(pem)).isEqualTo(key);
        assertThat(SigningKeys.publicKeys(List.of())).isEqualTo(Map.of());
        assertThat(SigningKeys.publicKeys(List.of("a=" + PUBLIC_SPKI, " b=" + PUBLIC_SPKI)))
                .containsOnlyKeys("a", "b");
        assertThatThrownBy(() -> SigningKeys.privateKey("c2VjcmV0")).hasMessageNotContaining("c2VjcmV0");
        assertThatThrownBy(() -> SigningKeys.publicKeys(List.of(PUBLIC_SPKI)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SigningKeys.publicKeys(List.of("a=" + PUBLIC_SPKI, "a=" + PUBLIC_SPKI)))
                .hasMessageContaining("the id a");
    }

    private static PrivateKey privateKey() {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, SECRET));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String golden(String name) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(HeadSignatureTest.class.getResourceAsStream("/golden/" + name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
