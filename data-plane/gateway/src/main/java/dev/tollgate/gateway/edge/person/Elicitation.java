package dev.tollgate.gateway.edge.person;

import dev.tollgate.gateway.json.JsonBytes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A client is asked to send its person to an address: as an error of 2025-11-25, or as a result of 2026-07-28.
 *
 * @param words for the person, without an address
 */
public record Elicitation(String words, String url) {
    /** The one question of a result that asks. */
    public static final String QUESTION = "tollgate-connection";

    private static final int ID_BYTES = 16;

    /** The error's {@code data} ({@code URLElicitationRequiredError}), as JSON. */
    public String required(String id) {
        byte[] json = new JsonBytes(256)
                .raw("{\"elicitations\":[{\"mode\":\"url\",\"elicitationId\":")
                .quoted(id)
                .raw(",\"url\":")
                .quoted(url)
                .raw(",\"message\":")
                .quoted(words)
                .raw("}]}")
                .toBytes();
        return new String(json, StandardCharsets.UTF_8);
    }

    /** The result ({@code InputRequiredResult}), as JSON. Nothing has to come back with the answer. */
    public byte[] inputRequired() {
        return new JsonBytes(256)
                .raw("{\"resultType\":\"input_required\",\"inputRequests\":{")
                .quoted(QUESTION)
                .raw(":{\"method\":\"elicitation/create\",\"params\":{\"mode\":\"url\",\"message\":")
                .quoted(words)
                .raw(",\"url\":")
                .quoted(url)
                .raw("}}}}")
                .toBytes();
    }

    /** What a client that cannot be asked is told beside the words, as JSON. */
    public String data() {
        return new String(
                new JsonBytes(128).raw("{\"url\":").quoted(url).append('}').toBytes(), StandardCharsets.UTF_8);
    }

    /**
     * The id by which a session's client is told later that this is done. Every gateway finds the same, as nothing is kept.
     *
     * @param parts of which it is the one: session, server, client, and how often its connection had changed
     */
    public static String id(String... parts) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("elicitation\n" + String.join("\n", parts)).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
