package dev.tollgate.model.wire;

import dev.tollgate.model.id.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

/**
 * Something that an agent said in a legacy session which all gateways of its region must know. Each stands by itself, so
 * that two that are said at two gateways at once do not undo one another; one that is taken back leaves a record without a
 * value.
 *
 * @param text a resource's URI, a log level, or a JSON-RPC id as JSON; empty for what says no more
 */
public record SessionWord(TenantId tenant, UUID session, Kind kind, String text) {
    public static final int TEXT_CHARS_MAX = 2_048;

    /** What it is about. */
    public enum Kind {
        /** The agent wants to hear of changes of a resource. */
        SUBSCRIPTION,
        /** The least severe log messages that it wants. The last one counts. */
        LOG_LEVEL,
        /** A call is not to be waited for any more. */
        CANCELLATION,
        /** The session is over. */
        END
    }

    public SessionWord {
        if (text.length() > TEXT_CHARS_MAX) {
            throw new IllegalArgumentException("a session's word has at most " + TEXT_CHARS_MAX + " characters");
        }
    }

    /** The record's key: what says the same again, or takes it back, has the same. */
    public String key() {
        String which = switch (kind) {
            case SUBSCRIPTION, CANCELLATION -> "/" + hash();
            case LOG_LEVEL, END -> "";
        };
        return tenant + "/" + session + "/" + kind.name().toLowerCase(Locale.ROOT) + which;
    }

    private String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
