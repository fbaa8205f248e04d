package dev.tollgate.local.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.tollgate.local.StackFailure;
import dev.tollgate.local.part.Http;
import dev.tollgate.model.api.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The control plane's REST API, as one of its users sees it. */
public final class ControlPlane {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private final String url;
    private final String token;

    /**
     * @param url without a slash at the end
     * @param token of the user, for some minutes
     */
    public ControlPlane(String url, String token) {
        this.url = url + "/api/v1";
        this.token = token;
    }

    public <T> T get(String path, Class<T> type) throws IOException, InterruptedException {
        return send(request(path).GET(), JSON.constructType(type));
    }

    /** The first of a list that fits, among at most 200. */
    public <T> Optional<T> find(String path, Class<T> type, Predicate<T> fits)
            throws IOException, InterruptedException {
        return list(path, type).stream().filter(fits).findFirst();
    }

    /** A list, of which at most 200 are read. */
    public <T> List<T> list(String path, Class<T> type) throws IOException, InterruptedException {
        var page = JSON.getTypeFactory().constructParametricType(Page.class, type);
        var separator = path.contains("?") ? "&" : "?";
        Page<T> found = send(request(path + separator + "limit=200").GET(), page);
        return found.items();
    }

    public <T> T post(String path, Object body, Class<T> type) throws IOException, InterruptedException {
        return send(request(path).POST(json(body)), JSON.constructType(type));
    }

    /** A verb or a change of something that was read at {@code version}. */
    public void change(String method, String path, Object body, long version) throws IOException, InterruptedException {
        change(method, path, body, version, Void.class);
    }

    /** The same, with an answer. */
    public <T> T change(String method, String path, Object body, long version, Class<T> type)
            throws IOException, InterruptedException {
        var request = request(path).header("If-Match", "\"" + version + "\"").method(method, json(body));
        return send(request, JSON.constructType(type));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher json(Object body) throws IOException {
        return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    }

    private static <T> T send(HttpRequest.Builder request, JavaType type) throws IOException, InterruptedException {
        var answer = Http.send(request);
        if (answer.statusCode() >= 300) {
            var asked = answer.request();
            throw new StackFailure("The control plane answered %d to %s %s: %s"
                    .formatted(answer.statusCode(), asked.method(), asked.uri().getPath(), answer.body()));
        }
        return JSON.readValue(type.hasRawClass(Void.class) ? "null" : answer.body(), type);
    }
}
