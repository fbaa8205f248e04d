package dev.tollgate.control.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.tollgate.model.config.IssuerKey;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class IssuerTest {
    private static final String NAME = "https://id.example/realms/tollgate";

    @Test
    void takesThePublicHalfOfWhatSigns() throws Exception {
        RSAKey rsa = rsa("b", 2_048);
        JWK ec = new ECKeyGenerator(Curve.P_256)
                .keyID("a")
                .algorithm(JWSAlgorithm.ES256)
                .keyUse(KeyUse.SIGNATURE)
                .generate();

        Issuer issuer = Issuer.of(NAME, set(rsa, ec));

        assertThat(issuer.keys()).extracting(IssuerKey::id).containsExactly("a", "b");
        assertThat(issuer.keys()).extracting(IssuerKey::algorithm).containsExactly("ES256", "RS256");
        assertThat(issuer.keys().get(1).publicKey())
                .isEqualTo(
                        Base64.getEncoder().encodeToString(rsa.toRSAPublicKey().getEncoded()));
        assertThat(issuer).isEqualTo(Issuer.of(NAME, set(ec, rsa)));
    }

    @Test
    void leavesOutWhatIsNotForSignaturesOrSharedOrUnnamed() throws Exception {
        JWK shared = new OctetSequenceKeyGenerator(256)
                .keyID("s")
                .algorithm(JWSAlgorithm.HS256)
                .generate();
        RSAKey encrypts =
                new RSAKey.Builder(rsa("e", 2_048)).keyUse(KeyUse.ENCRYPTION).build();
        RSAKey unnamed = new RSAKey.Builder(rsa("u", 2_048)).algorithm(null).build();

        Issuer issuer = Issuer.of(NAME, set(shared, encrypts, unnamed, rsa("good", 2_048)));

        assertThat(issuer.keys()).extracting(IssuerKey::id).containsExactly("good");
    }

    @Test
    void isNoneWithoutAKey() throws Exception {
        JsonNode none = set();
        JsonNode nonsense = new ObjectMapper().readTree("{\"keys\":\"none\"}");

        assertThatThrownBy(() -> Issuer.of(NAME, none)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Issuer.of(NAME, nonsense)).isInstanceOf(IllegalArgumentException.class);
    }

    static RSAKey rsa(String id, int bits) throws JOSEException {
        return new RSAKeyGenerator(bits)
                .keyID(id)
                .algorithm(JWSAlgorithm.RS256)
                .keyUse(KeyUse.SIGNATURE)
                .generate();
    }

    private static JsonNode set(JWK... keys) throws IOException {
        return new ObjectMapper().readTree(new JWKSet(List.of(keys)).toString(false));
    }
}
