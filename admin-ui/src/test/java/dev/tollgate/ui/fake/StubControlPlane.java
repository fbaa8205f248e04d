package dev.tollgate.ui.fake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tollgate.model.api.Me;
import dev.tollgate.model.api.Problem;
import dev.tollgate.ui.client.ApiProblem;
import dev.tollgate.ui.client.TollgateApi;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Serves a {@link FakeApi} over HTTP on loopback, as the interface's own annotations say. */
public final class StubControlPlane implements AutoCloseable {
    private static final String ROOT = "/api/v1";
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    private final HttpServer server;
    private final FakeApi api;

    public StubControlPlane(FakeApi api, int port) throws IOException {
        this.api = api;
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.setExecutor(Executors.newSingleThreadExecutor());
        server.createContext(ROOT, this::answer);
        server.start();
    }

    /** For looking at the console alone: {@code main PORT}. */
    public static void main(String[] arguments) throws IOException {
        new StubControlPlane(FakeApi.withDemo(), Integer.parseInt(arguments[0]));
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            answerOrRefuse(exchange);
        }
    }

    private void answerOrRefuse(HttpExchange exchange) throws IOException {
        try {
            who(exchange).ifPresent(me -> api.me = me);
            Object result = call(exchange);
            byte[] body = result instanceof byte[] bytes ? bytes : JSON.writeValueAsBytes(result);
            send(exchange, 200, result instanceof byte[] ? TollgateApi.CSV : "application/json", body);
        } catch (ApiProblem problem) {
            Problem body = new Problem(
                    "about:blank",
                    problem.title(),
                    problem.status(),
                    problem.detail(),
                    null,
                    problem.fieldErrors().isEmpty() ? null : problem.fieldErrors());
            send(exchange, problem.status(), "application/problem+json", JSON.writeValueAsBytes(body));
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    /** The person that the bearer token names; its signature is somebody else's matter here. */
    private static Optional<Me> who(HttpExchange exchange) throws IOException {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header == null) {
            return Optional.empty();
        }
        JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(header.split("\\.", -1)[1]));
        List<String> roles = JSON.convertValue(
                claims.at("/realm_access/roles"),
                JSON.getTypeFactory().constructCollectionType(List.class, String.class));
        Me me = Demo.person(claims.path("preferred_username").asText(), roles.toArray(String[]::new));
        return Optional.of(
                roles.contains("operator") ? new Me(me.subject(), me.username(), me.roles(), null, null) : me);
    }

    private @Nullable Object call(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(ROOT.length());
        boolean csv = TollgateApi.CSV.equals(exchange.getRequestHeaders().getFirst("Accept"));
        for (Method method : TollgateApi.class.getMethods()) {
            Matcher matcher = template(method).matcher(path);
            if (verb(method).equals(exchange.getRequestMethod())
                    && csv == method.isAnnotationPresent(Produces.class)
                    && matcher.matches()) {
                return invoke(method, exchange, matcher);
            }
        }
        throw FakeApi.problem(404, "No such route", null);
    }

    private static String verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(one -> one.annotationType().getAnnotation(HttpMethod.class))
                .flatMap(one -> Optional.ofNullable(one).stream())
                .map(HttpMethod::value)
                .findFirst()
                .orElse("");
    }

    private static Pattern template(Method method) {
        return Pattern.compile(method.getAnnotation(Path.class).value().replaceAll("\\{\\w+}", "([^/]+)"));
    }

    private @Nullable Object invoke(Method method, HttpExchange exchange, Matcher path) throws IOException {
        Map<String, String> query = query(exchange);
        @Nullable Object[] arguments = new Object[method.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = argument(method.getParameters()[i], exchange, query, path);
        }
        try {
            return method.invoke(api, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof ApiProblem problem) {
                throw problem;
            }
            throw new IllegalStateException(method.getName(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method.getName(), e);
        }
    }

    private static @Nullable Object argument(
            Parameter parameter, HttpExchange exchange, Map<String, String> query, Matcher path) throws IOException {
        for (Annotation annotation : parameter.getAnnotations()) {
            String text = switch (annotation) {
                case PathParam _ -> path.group(1);
                case QueryParam name -> query.get(name.value());
                case HeaderParam name -> exchange.getRequestHeaders().getFirst(name.value());
                default -> null;
            };
            return text == null ? null : parsed(text, parameter.getType());
        }
        return parameter.getType() == String.class
                ? new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                : JSON.readValue(exchange.getRequestBody(), parameter.getType());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object parsed(String text, Class<?> type) {
        if (type.isEnum()) {
            return Enum.valueOf((Class) type, text);
        }
        return switch (type.getSimpleName()) {
            case "boolean" -> Boolean.valueOf(text);
            case "int" -> Integer.valueOf(text);
            case "long" -> Long.valueOf(text);
            case "UUID" -> UUID.fromString(text);
            case "Instant" -> Instant.parse(text);
            default -> text;
        };
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8));
        }
        return query;
    }
}
