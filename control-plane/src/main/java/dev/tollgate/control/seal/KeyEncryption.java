package dev.tollgate.control.seal;

import java.security.GeneralSecurityException;

/**
 * Wraps the data keys that secrets are sealed with, under a master key that need not be in this process. Several keys may
 * unwrap; one wraps.
 */
interface KeyEncryption {
    /**
     * What the key that wraps now is called; another after a rotation.
     *
     * @throws MasterKeyAway if whoever holds it does not answer
     */
    String current();

    /**
     * @throws MasterKeyAway if whoever holds the key does not answer
     */
    byte[] wrap(byte[] dataKey);

    /**
     * @throws GeneralSecurityException if it was not wrapped by a key of this one
     * @throws MasterKeyAway if whoever holds the key does not answer
     */
    byte[] unwrap(byte[] wrapped) throws GeneralSecurityException;
}
