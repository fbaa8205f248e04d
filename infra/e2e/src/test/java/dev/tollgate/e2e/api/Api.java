package dev.tollgate.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The control plane in the name of one person, or of nobody. */
public final class Api {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int PAGES_MAX = 1_000;
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    private final URI base;
    private final Supplier<Optional<String>> token;

    public Api(URI base, Supplier<Optional<String>> token) {
        this.base = base;
        this.token = token;
    }

    public Answer send(Request request) {
        var http = HttpRequest.newBuilder(base.resolve(request.path())).timeout(TIMEOUT);
        request.headers().forEach(http::header);
        token.get().ifPresent(it -> http.header("Authorization", "Bearer " + it));
        var body = request.body();
        http.method(
                request.method(),
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
        return send(http.build());
    }

    /** Any request at all, with no token added. */
    public static Answer send(HttpRequest request) {
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Answer get(String path) {
        return send(Request.get(path));
    }

    /** What is there; fails where it is not. */
    public <T> T read(String path, Class<T> type) {
        return expect(Request.get(path), 200).as(type);
    }

    /** Makes a resource and gives it as answered. */
    public <T> T create(String path, Object body, Class<T> type) {
        var created = expect(Request.post(path, body), 201);
        assertThat(created.header("Location"))
                .as("the address of what was made")
                .isPresent();
        return created.as(type);
    }

    public Answer expect(Request request, int status) {
        var answer = send(request);
        assertThat(answer).as("%s %s", request.method(), request.path()).returns(status, Answer::status);
        return answer;
    }

    /** All items of a list, page by page. */
    public List<JsonNode> all(String path) {
        var items = new ArrayList<JsonNode>();
        var next = path;
        for (int page = 0; page < PAGES_MAX; page++) {
            var answer = read(next, JsonNode.class);
            answer.required("items").forEach(items::add);
            var cursor = answer.path("nextCursor");
            if (!cursor.isTextual()) {
                return items;
            }
            next = with(path, "cursor", cursor.textValue());
        }
        throw new AssertionError(path + " has more than " + PAGES_MAX + " pages");
    }

    /** The path with one query parameter more. */
    public static String with(String path, String parameter, Object value) {
        return path
                + (path.contains("?") ? "&" : "?")
                + parameter
                + "="
                + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }
}
