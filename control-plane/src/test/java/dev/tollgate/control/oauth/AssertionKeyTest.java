package dev.tollgate.control.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;

class AssertionKeyTest {
    @Test
    void whatItSignsIsVerifiedWithItsPublicHalf() throws Exception {
        AssertionKey key = AssertionKey.of(AssertionKey.made().privateJwk());

        String signed = key.signed(new JWTClaimsSet.Builder().subject("client").build());

        JwtClaims read = new JwtConsumerBuilder()
                .setVerificationKey(
                        PublicJsonWebKey.Factory.newPublicJwk(key.publicJwk()).getPublicKey())
                .build()
                .processToClaims(signed);
        assertThat(read.getSubject()).isEqualTo("client");
    }

    @Test
    void itsPrivateHalfIsShownOnPurposeAlone() {
        AssertionKey key = AssertionKey.made();

        assertThat(key.privateJwk()).contains("\"d\":");
        assertThat(key.publicJwk()).doesNotContain("\"d\":").contains("\"kid\":");
        assertThat(new ClientIdentity.PrivateKeyJwt("client", key).toString()).doesNotContain("\"d\":");
    }

    @Test
    void whatCannotSignIsNoKey() {
        String publicHalf = AssertionKey.made().publicJwk();

        assertThatThrownBy(() -> AssertionKey.of(publicHalf)).hasMessageStartingWith("is a private JSON Web Key");
        assertThatThrownBy(() -> AssertionKey.of("s3cr3t")).hasMessageNotContaining("s3cr3t");
    }
}
