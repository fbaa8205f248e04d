package dev.tollgate.ui.client;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keys for the creations of one form. Sending the same body again after a lost answer carries the same key, so that
 * nothing is created twice; a corrected body is another request and gets another key.
 */
public final class IdempotencyKey {
    private @Nullable Object lastBody;
    private String key = "";

    public String forBody(Object body) {
        if (!body.equals(lastBody)) {
            lastBody = body;
            key = UUID.randomUUID().toString();
        }
        return key;
    }
}
