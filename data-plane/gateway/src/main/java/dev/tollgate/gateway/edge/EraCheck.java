package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.JsonText;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.RpcMessage;
import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Whether a request is whole in the revision that it is written in. */
final class EraCheck {
    private EraCheck() {}

    /** Why it is refused; null if it is not. */
    static @Nullable Answer refusal(MultiMap headers, RpcMessage message, String method, ModernMeta meta)
            throws MalformedJson {
        String revision = meta.revision();
        return revision == null
                ? legacy(headers, message, method)
                : modern(headers, message, method, revision, meta.hasCapabilities());
    }

    private static @Nullable Answer legacy(MultiMap headers, RpcMessage message, String method) {
        String announced = headers.get(Headers.PROTOCOL_VERSION);
        if (method.equals("server/discover") || Era.MODERN_REVISION.equals(announced)) {
            return missing(message, "protocolVersion");
        }
        boolean served = announced == null || Era.LEGACY_REVISIONS.contains(announced) || method.equals("initialize");
        return served ? null : unsupported(message, announced, Era.LEGACY);
    }

    private static @Nullable Answer modern(
            MultiMap headers, RpcMessage message, String method, String revision, boolean hasCapabilities)
            throws MalformedJson {
        String mismatch = HeaderMatch.mismatch(headers, message, method, revision);
        if (mismatch != null) {
            return Faults.of(message, Era.MODERN, Fault.HEADER_MISMATCH, mismatch);
        }
        if (!revision.equals(Era.MODERN_REVISION)) {
            return unsupported(message, revision, Era.MODERN);
        }
        return hasCapabilities ? null : missing(message, "clientCapabilities");
    }

    private static Answer missing(RpcMessage message, String member) {
        return Faults.of(
                message,
                Era.MODERN,
                Fault.MISSING_META,
                "params._meta must hold \"io.modelcontextprotocol/" + member + "\".");
    }

    private static Answer unsupported(RpcMessage message, String requested, Era era) {
        String shown = requested.length() > Bounds.HEADER_TEXT_CHARS_MAX ? "" : requested;
        String data = "{\"supported\":" + Era.REVISIONS_JSON + ",\"requested\":"
                + new String(JsonText.quote(shown), StandardCharsets.US_ASCII) + "}";
        return Faults.of(message, era, Fault.UNSUPPORTED_REVISION, "Unsupported protocol version", data);
    }
}
