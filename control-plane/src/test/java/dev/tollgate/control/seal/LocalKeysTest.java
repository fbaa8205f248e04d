package dev.tollgate.control.seal;

import dev.tollgate.control.testing.SealKeys;
import dev.tollgate.model.seal.SealKey;
import java.util.List;

class LocalKeysTest extends KeyEncryptionContract {
    private final String old = SealKeys.random("old");
    private final String young = SealKeys.random("young");
    private final String somebodyElses = SealKeys.random("old");

    private static KeyEncryption of(String... keys) {
        return new LocalKeys(SealKey.strong(List.of(keys)));
    }

    @Override
    KeyEncryption keys() {
        return of(old);
    }

    @Override
    KeyEncryption rotated() {
        return of(young, old);
    }

    @Override
    KeyEncryption withoutTheOld() {
        return of(young);
    }

    @Override
    KeyEncryption foreign() {
        return of(somebodyElses);
    }
}
