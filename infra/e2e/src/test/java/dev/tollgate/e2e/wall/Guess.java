package dev.tollgate.e2e.wall;

import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.id.KeyId;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.key.KeySecret;
import java.security.SecureRandom;

/** What somebody makes up who knows only the public part of a key. */
final class Guess {
    private Guess() {}

    /** Well-formed, its checksum right, its secret not the key's. */
    static String withIdOf(IssuedKey key) {
        return KeySecret.issue(
                        new Slug(key.key().environmentName()),
                        new KeyId(key.key().id()),
                        new SecureRandom())
                .reveal();
    }

    /** A key that was never issued. */
    static String fromNothing(String environment) {
        var random = new SecureRandom();
        return KeySecret.issue(new Slug(environment), KeySecret.newKeyId(random), random)
                .reveal();
    }
}
