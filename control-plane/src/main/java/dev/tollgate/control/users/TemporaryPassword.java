package dev.tollgate.control.users;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** A password for one sign-in, which a person may have to type. */
final class TemporaryPassword {
    /** Without letters and digits that look alike; 20 of 54 are 115 bits. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

    private static final int CHARS = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private TemporaryPassword() {}

    static String fresh() {
        return RANDOM.ints(CHARS, 0, ALPHABET.length())
                .mapToObj(index -> ALPHABET.substring(index, index + 1))
                .collect(Collectors.joining());
    }
}
