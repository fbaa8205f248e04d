package dev.tollgate.e2e.api;

import dev.tollgate.model.wire.WireJson;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request to the REST API. */
public record Request(String method, String path, Map<String, String> headers, byte @Nullable [] body) {
    public Request {
        headers = Map.copyOf(headers);
    }

    public static Request get(String path) {
        return of("GET", path);
    }

    public static Request post(String path, Object body) {
        return of("POST", path).body(body);
    }

    public static Request of(String method, String path) {
        return new Request(method, path, Map.of(), null);
    }

    public Request header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Request(method, path, more, body);
    }

    /** Asks that the resource still be in this version. */
    public Request ifMatch(long version) {
        return header("If-Match", "\"" + version + "\"");
    }

    public Request body(Object value) {
        return new Request(method, path, headers, WireJson.encode(value)).header("Content-Type", "application/json");
    }
}
