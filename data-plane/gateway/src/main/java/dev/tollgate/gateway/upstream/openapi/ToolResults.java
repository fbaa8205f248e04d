package dev.tollgate.gateway.upstream.openapi;

import dev.tollgate.gateway.json.JsonBytes;
import dev.tollgate.gateway.json.JsonReader;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.openapi.ApiTool;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** HTTP answers as results of {@code tools/call}. */
final class ToolResults {
    /** Of what a service says of an error. */
    private static final int ERROR_CHARS_MAX = 8_192;

    private ToolResults() {}

    /** A result that says what is wrong with the call. */
    static UpstreamReply.Result error(String message) {
        return result(text(message), null, true);
    }

    static UpstreamReply.Result of(ApiTool tool, WebReply.Answered answer) {
        String type = bare(answer.contentType());
        if (!answer.isSuccess()) {
            return error(status(answer) + shown(answer, type));
        }
        byte @Nullable [] object = isJsonObject(answer.body()) ? answer.body() : null;
        if (tool.promisesObject() && object == null) {
            return error(status(answer) + ". The service has answered, but not with the JSON object that its document"
                    + " promises." + shown(answer, type));
        }
        return result(content(tool, answer, type), object, false);
    }

    private static JsonBytes content(ApiTool tool, WebReply.Answered answer, String type) {
        if (answer.body().length == 0) {
            return text(status(answer));
        }
        if (type.startsWith("image/") || type.startsWith("audio/")) {
            String kind = type.substring(0, type.indexOf('/'));
            return new JsonBytes(answer.body().length * 4 / 3 + 100)
                    .raw("{\"type\":\"" + kind + "\",\"mimeType\":")
                    .quoted(type)
                    .raw(",\"data\":\"" + base64(answer.body()) + "\"}");
        }
        if (isText(type)) {
            return text(new String(answer.body(), charset(answer.contentType())));
        }
        return new JsonBytes(answer.body().length * 4 / 3 + 200)
                .raw("{\"type\":\"resource\",\"resource\":{\"uri\":")
                .quoted("openapi:" + tool.name())
                .raw(",\"mimeType\":")
                .quoted(type)
                .raw(",\"blob\":\"" + base64(answer.body()) + "\"}}");
    }

    private static String status(WebReply.Answered answer) {
        String reason = answer.reason() == null ? "" : answer.reason();
        return ("HTTP " + answer.status() + " " + reason).strip();
    }

    private static String shown(WebReply.Answered answer, String type) {
        if (answer.body().length == 0 || !isText(type)) {
            return "";
        }
        String text = new String(answer.body(), charset(answer.contentType()));
        return "\n" + (text.length() <= ERROR_CHARS_MAX ? text : text.substring(0, ERROR_CHARS_MAX) + "…");
    }

    private static UpstreamReply.Result result(JsonBytes content, byte @Nullable [] structured, boolean isError) {
        JsonBytes result = new JsonBytes(content.length() + (structured == null ? 0 : structured.length) + 100)
                .raw("{\"content\":[")
                .append(content.toBytes())
                .raw("]");
        if (structured != null) {
            result.raw(",\"structuredContent\":").append(structured);
        }
        return new UpstreamReply.Result(
                result.raw(",\"isError\":" + isError + "}").toBuffer(), isError, null);
    }

    private static JsonBytes text(String text) {
        return new JsonBytes(text.length() + 40)
                .raw("{\"type\":\"text\",\"text\":")
                .quoted(text)
                .raw("}");
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static boolean isJsonObject(byte[] body) {
        JsonReader reader = new JsonReader(body);
        try {
            if (reader.peek() != '{') {
                return false;
            }
            reader.skipValue();
            reader.expectEnd();
            return true;
        } catch (MalformedJson e) {
            return false;
        }
    }

    private static boolean isText(String type) {
        return type.isEmpty()
                || type.startsWith("text/")
                || type.endsWith("json")
                || type.endsWith("xml")
                || type.endsWith("yaml")
                || type.equals("application/javascript")
                || type.equals("application/x-www-form-urlencoded");
    }

    private static String bare(@Nullable String contentType) {
        if (contentType == null) {
            return "";
        }
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    private static Charset charset(@Nullable String contentType) {
        int at = contentType == null ? -1 : contentType.toLowerCase(Locale.ROOT).indexOf("charset=");
        if (contentType == null || at < 0) {
            return StandardCharsets.UTF_8;
        }
        String name = contentType.substring(at + 8).split("[;\\s]", 2)[0].replace("\"", "");
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
