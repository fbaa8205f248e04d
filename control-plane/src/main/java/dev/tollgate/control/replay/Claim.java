package dev.tollgate.control.replay;

import dev.tollgate.model.wire.ConfigDigest;
import dev.tollgate.model.wire.WireJson;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One caller's use of a key for one request.
 *
 * @param requestSha256 of path, precondition and body; bodies are compared as they were understood, not by white space
 */
record Claim(String principal, String key, String requestSha256) {
    static String hash(String path, @Nullable String ifMatch, @Nullable Object body) {
        String json = body == null ? "" : new String(WireJson.encode(body), StandardCharsets.UTF_8);
        return ConfigDigest.ofValue((path + "\n" + ifMatch + "\n" + json).getBytes(StandardCharsets.UTF_8));
    }
}
