package dev.tollgate.e2e.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.model.wire.WireJson;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** An HTTP answer to the byte. */
public record Answer(int status, HttpHeaders headers, byte[] body) {
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return as(JsonNode.class);
    }

    public <T> T as(Class<T> type) {
        return WireJson.decode(body, type);
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** Without parameters such as a charset; empty where there is none. */
    public String contentType() {
        return header("Content-Type").map(type -> type.split(";", 2)[0].strip()).orElse("");
    }

    /** What a failed assertion shows. */
    @Override
    public String toString() {
        return status + " " + contentType() + " " + text();
    }
}
