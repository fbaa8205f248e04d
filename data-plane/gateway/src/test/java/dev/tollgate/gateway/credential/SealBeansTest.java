package dev.tollgate.gateway.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SealBeansTest {
    private final SealBeans beans = new SealBeans();

    @Test
    void noGatewayStartsWithoutItsRegionsKeysUnlessItIsForDevelopment() {
        assertThatThrownBy(() -> beans.seal(Optional.empty(), false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tollgate.seal.keys-file is not set");
        assertThat(beans.seal(Optional.empty(), true).currentKey()).isEqualTo("own");
        assertThatThrownBy(() -> beans.seal(Optional.of(Path.of("/nowhere/seal.keys")), true))
                .hasMessageContaining("cannot be read");
    }
}
