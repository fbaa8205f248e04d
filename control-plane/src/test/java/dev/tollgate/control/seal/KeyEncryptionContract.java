package dev.tollgate.control.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What every way to a master key must do. */
abstract class KeyEncryptionContract {
    private static final byte[] DATA_KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);

    abstract KeyEncryption keys();

    /** The same keys with another one in front; what the old one wrapped is still unwrapped. */
    abstract KeyEncryption rotated();

    /** After the old key was taken away. */
    abstract KeyEncryption withoutTheOld();

    /** Keys of somebody else. */
    abstract KeyEncryption foreign();

    @Test
    void whatWasWrappedIsUnwrapped() throws GeneralSecurityException {
        byte[] wrapped = keys().wrap(DATA_KEY);

        assertThat(keys().unwrap(wrapped)).isEqualTo(DATA_KEY);
        assertThat(new String(wrapped, StandardCharsets.ISO_8859_1)).doesNotContain("0123456789abcdef");
    }

    @Test
    void nothingIsWrappedTheSameTwice() {
        assertThat(keys().wrap(DATA_KEY)).isNotEqualTo(keys().wrap(DATA_KEY));
    }

    @Test
    void whatWasChangedIsNotUnwrapped() {
        byte[] wrapped = keys().wrap(DATA_KEY);
        for (int i = 0; i < wrapped.length; i++) {
            byte[] changed = wrapped.clone();
            changed[i] ^= 4;
            assertThatThrownBy(() -> keys().unwrap(changed))
                    .as("changed at %d", i)
                    .isInstanceOf(GeneralSecurityException.class);
        }
        for (int length = 0; length < wrapped.length; length++) {
            byte[] cut = Arrays.copyOf(wrapped, length);
            assertThatThrownBy(() -> keys().unwrap(cut)).isInstanceOf(GeneralSecurityException.class);
        }
    }

    @Test
    void anotherKeyUnwrapsNothing() {
        byte[] wrapped = foreign().wrap(DATA_KEY);

        assertThatThrownBy(() -> keys().unwrap(wrapped)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void aRotatedKeyUnwrapsWhatItWrappedUntilItIsTakenAway() throws GeneralSecurityException {
        KeyEncryption before = keys();
        String name = before.current();
        byte[] wrapped = before.wrap(DATA_KEY);

        KeyEncryption after = rotated();

        assertThat(after.current()).isNotEqualTo(name);
        assertThat(after.unwrap(wrapped)).isEqualTo(DATA_KEY);
        byte[] anew = after.wrap(DATA_KEY);
        KeyEncryption last = withoutTheOld();
        assertThat(last.unwrap(anew)).isEqualTo(DATA_KEY);
        assertThatThrownBy(() -> last.unwrap(wrapped)).isInstanceOf(GeneralSecurityException.class);
    }
}
