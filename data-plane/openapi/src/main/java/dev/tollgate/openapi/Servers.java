package dev.tollgate.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a document's operations are called: one base URL for all. A document that could send single operations elsewhere
 * would decide who gets what is meant for the service.
 *
 * @param baseUrl without a slash at its end
 * @param isGiven whether someone gave it in place of the document's own
 */
record Servers(
        @Nullable URI baseUrl, boolean isGiven, @Nullable URI source, String reasonForNone) {
    static Servers of(ObjectNode root, @Nullable URI source, @Nullable URI given) {
        if (given != null) {
            return new Servers(trimmed(given), true, source, "");
        }
        try {
            return new Servers(url(root.path("servers").path(0), source), false, source, "");
        } catch (LeftOut e) {
            return new Servers(null, false, source, e.reason());
        }
    }

    /** Refuses an operation or path that names another server than the document's. */
    void check(JsonNode node) throws LeftOut {
        if (baseUrl == null) {
            throw new LeftOut(reasonForNone);
        }
        JsonNode own = node.path("servers");
        if (!own.isEmpty() && !isGiven && !baseUrl.equals(url(own.path(0), source))) {
            throw new LeftOut("names a server of its own, and only the document's is called");
        }
        if (!own.isEmpty() && isGiven) {
            throw new LeftOut("names a server of its own, and only the base URL is called");
        }
    }

    private static URI url(JsonNode server, @Nullable URI source) throws LeftOut {
        String text = server.path("url").asText();
        for (Map.Entry<String, JsonNode> each : server.path("variables").properties()) {
            text = text.replace(
                    "{" + each.getKey() + "}", each.getValue().path("default").asText());
        }
        try {
            URI url = source == null ? URI.create(text) : source.resolve(text);
            if (!isUsable(url)) {
                throw new LeftOut("has no server: the document names none by an absolute URL; give a base URL");
            }
            return trimmed(url);
        } catch (IllegalArgumentException e) {
            throw new LeftOut("has no server: " + Texts.cut(text, 100) + " is no URL; give a base URL");
        }
    }

    private static boolean isUsable(URI url) {
        return ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                && url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null;
    }

    private static URI trimmed(URI url) {
        return URI.create(url.toString().replaceAll("/+$", ""));
    }
}
