package dev.tollgate.openapi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tool that can be called: arguments are held against its schema and written as the request that it stands for. */
public final class BoundTool {
    static final int DEPTH_MAX = 100;
    /** Of the request line's target; common servers take 8 KiB. */
    static final int TARGET_CHARS_MAX = 8_000;

    static final int HEADER_CHARS_MAX = 8_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH_MAX)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    private final ApiTool tool;
    private final String basePath;
    private final ArgumentCheck check;

    public BoundTool(ApiTool tool, URI baseUrl) {
        this.tool = tool;
        this.basePath = baseUrl.getRawPath() == null ? "" : baseUrl.getRawPath();
        this.check = new ArgumentCheck(tool.inputSchema());
    }

    public ApiTool tool() {
        return tool;
    }

    /**
     * The request that these arguments ask for.
     *
     * @param arguments a JSON object
     */
    public Binding bind(byte[] arguments) {
        try {
            ObjectNode given = read(arguments);
            @Nullable String misfit = check.misfit(given.toString());
            return misfit == null ? write(given) : new Binding.Misfit("The arguments do not fit: " + misfit + ".");
        } catch (IllegalArgumentException e) {
            return new Binding.Misfit("The arguments " + e.getMessage() + ".");
        } catch (Unwritable e) {
            return new Binding.Misfit(e.reason());
        }
    }

    /** Without the nulls that stand for optional arguments which were not given. */
    private ObjectNode read(byte[] arguments) {
        JsonNode given;
        try {
            given = JSON.readTree(arguments);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("are ambiguous or nested too deeply", e);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
        if (!(given instanceof ObjectNode object)) {
            throw new IllegalArgumentException("are an object");
        }
        for (ApiParameter parameter : tool.parameters()) {
            if (!parameter.required() && object.path(parameter.argument()).isNull()) {
                object.remove(parameter.argument());
            }
        }
        return object;
    }

    private Binding write(ObjectNode arguments) throws Unwritable {
        String path = tool.path();
        List<String> query = new ArrayList<>();
        List<String> cookies = new ArrayList<>();
        List<Binding.Header> headers = new ArrayList<>();
        for (ApiParameter parameter : tool.parameters()) {
            JsonNode value = arguments.path(parameter.argument());
            if (value.isMissingNode()) {
                continue;
            }
            switch (parameter.place()) {
                case PATH -> path = path.replace("{" + parameter.name() + "}", Written.inPath(parameter, value));
                case QUERY -> query.addAll(Written.inQuery(parameter, value));
                case HEADER -> headers.add(new Binding.Header(parameter.name(), Written.inHeader(parameter, value)));
                case COOKIE -> cookies.add(Written.inCookie(parameter, value));
            }
        }
        if (!cookies.isEmpty()) {
            headers.add(new Binding.Header("Cookie", String.join("; ", cookies)));
        }
        String target = (basePath + path) + (query.isEmpty() ? "" : "?" + String.join("&", query));
        bound(target, headers);
        return request(target, headers, arguments);
    }

    private void bound(String target, List<Binding.Header> headers) throws Unwritable {
        int headerChars =
                headers.stream().mapToInt(each -> each.value().length()).sum();
        if (target.length() > TARGET_CHARS_MAX || headerChars > HEADER_CHARS_MAX) {
            throw new Unwritable(
                    "list", "makes a request line or headers of more than " + TARGET_CHARS_MAX + " characters");
        }
        String path = target.indexOf('?') < 0 ? target : target.substring(0, target.indexOf('?'));
        if (Percent.hasDotSegment(path)) {
            throw new Unwritable("list", "makes a path that leads elsewhere");
        }
    }

    private Binding request(String target, List<Binding.Header> headers, ObjectNode arguments) {
        @Nullable ApiBody body = tool.body();
        JsonNode content = body == null ? arguments.missingNode() : arguments.path(body.argument());
        if (body == null || content.isMissingNode()) {
            return new Binding.Request(tool.method(), target, headers, null, null);
        }
        byte[] bytes = content.toString().getBytes(StandardCharsets.UTF_8);
        return new Binding.Request(tool.method(), target, headers, bytes, body.mediaType());
    }
}
