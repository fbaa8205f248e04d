package dev.tollgate.control.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTransitTest extends KeyEncryptionContract {
    private static final String TOKEN = "hvs.token-of-the-control-plane";

    @TempDir
    Path folder;

    private Path token;
    private TransitStub vault;
    private TransitStub other;

    @BeforeEach
    void start() throws IOException {
        token = Files.writeString(folder.resolve("token"), TOKEN + "\n");
        vault = new TransitStub(TOKEN);
        other = new TransitStub(TOKEN);
    }

    @AfterEach
    void stop() {
        vault.close();
        other.close();
    }

    private KeyEncryption at(URI address) {
        return new VaultTransit(address, "transit", "tollgate", token);
    }

    @Override
    KeyEncryption keys() {
        return at(vault.address());
    }

    @Override
    KeyEncryption rotated() {
        vault.rotate();
        return keys();
    }

    @Override
    KeyEncryption withoutTheOld() {
        vault.forgetOlder();
        return keys();
    }

    @Override
    KeyEncryption foreign() {
        return at(other.address());
    }

    @Test
    void theVersionOfVaultsKeyIsItsName() {
        assertThat(keys().current()).isEqualTo("vault:v1");
        vault.rotate();
        assertThat(keys().current()).isEqualTo("vault:v2");
    }

    @Test
    void aTokenIsReadAnewSoThatItMayBeRenewed() throws IOException {
        KeyEncryption keys = keys();
        Files.writeString(token, "expired");
        assertThatThrownBy(() -> keys.wrap(new byte[32]))
                .isInstanceOf(MasterKeyAway.class)
                .hasMessage("Vault answers encrypt with status 403");

        Files.writeString(token, TOKEN);

        assertThat(keys.wrap(new byte[32])).isNotEmpty();
    }

    @Test
    void aVaultThatIsAwayIsSaidToBe() {
        KeyEncryption keys = keys();
        byte[] wrapped = keys.wrap(new byte[32]);
        vault.close();

        assertThatThrownBy(() -> keys.unwrap(wrapped)).isInstanceOf(MasterKeyAway.class);
        assertThatThrownBy(keys::current).isInstanceOf(MasterKeyAway.class).hasMessage("Vault cannot be reached");
    }
}
