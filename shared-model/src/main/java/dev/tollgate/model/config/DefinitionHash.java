package dev.tollgate.model.config;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * The identity of a tool definition: SHA-256 over its canonical form (RFC 8785), so that neither white space nor the
 * order of members counts. It covers the whole definition, unknown members too, because all of it reaches the agent.
 */
public final class DefinitionHash {
    private DefinitionHash() {}

    /**
     * 64 hexadecimal digits.
     *
     * @param definition a JSON object
     * @throws IllegalArgumentException if it is not JSON
     */
    public static String of(String definition) {
        try {
            byte[] canonical = new JsonCanonicalizer(definition).getEncodedUTF8();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (IOException e) {
            throw new IllegalArgumentException("a tool definition is a JSON object: " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
