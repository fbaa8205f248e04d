package dev.tollgate.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments as requests: styles, encoding, and what is refused before anything is sent. */
class BoundToolTest {
    private static final URI BASE = URI.create("https://api.example/base");

    private static Binding bind(ApiTool tool, String arguments) {
        return new BoundTool(tool, BASE).bind(arguments.getBytes(StandardCharsets.UTF_8));
    }

    private static Binding.Request request(ApiTool tool, String arguments) {
        return switch (bind(tool, arguments)) {
            case Binding.Request request -> request;
            case Binding.Misfit misfit -> throw new AssertionError(misfit.message());
        };
    }

    private static String misfit(ApiTool tool, String arguments) {
        return switch (bind(tool, arguments)) {
            case Binding.Request request -> throw new AssertionError("sent " + request.target());
            case Binding.Misfit misfit -> misfit.message();
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "form           | true  | `5`                  | p=5",
                "form           | true  | `\"a b&c=d\"`        | p=a%20b%26c%3Dd",
                "form           | true  | `\"Größe\"`          | p=Gr%C3%B6%C3%9Fe",
                "form           | true  | `[\"a\",\"b,c\"]`    | p=a&p=b%2Cc",
                "form           | false | `[\"a\",\"b,c\"]`    | p=a,b%2Cc",
                "form           | true  | `{\"R\":100,\"G\":2}` | R=100&G=2",
                "form           | false | `{\"R\":100,\"G\":2}` | p=R,100,G,2",
                "spaceDelimited | false | `[\"a\",\"b\"]`      | p=a%20b",
                "pipeDelimited  | false | `[\"a\",\"b\"]`      | p=a%7Cb",
                "deepObject     | true  | `{\"R\":100,\"G\":2}` | p%5BR%5D=100&p%5BG%5D=2",
                "form           | true  | `true`               | p=true"
            })
    void writesTheQueryAsItsStyleSays(String style, boolean explode, String value, String query) throws Exception {
        ApiTool tool = Documents.withParameters(
                "- {name: p, in: query, style: %s, explode: %s, schema: {}}".formatted(style, explode));

        Binding.Request request = request(tool, "{\"id\": 1, \"p\": " + value + "}");

        assertThat(request.target()).isEqualTo("/base/x/1/end?" + query);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.body()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"a/b\"`         | a%2Fb",
                "`\"a b?c#d%\"`    | a%20b%3Fc%23d%25",
                "`[1,2]`           | 1,2",
                "`{\"R\":1,\"G\":2}` | R,1,G,2",
                "`\"...\"`         | ...",
                "`\"50%25\"`       | 50%2525"
            })
    void keepsAPathValueInItsSegment(String value, String segment) throws Exception {
        assertThat(request(Documents.withParameters(), "{\"id\": " + value + "}")
                        .target())
                .isEqualTo("/base/x/" + segment + "/end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"..", ".", "", "../admin", "a/../b", "..\\\\x", "%2e%2E", "a%2f..", "a\\u0000b", "a\\r\\nb"})
    void refusesAPathValueThatLeadsElsewhere(String value) throws Exception {
        assertThat(misfit(Documents.withParameters(), "{\"id\": \"" + value + "\"}"))
                .contains("argument id ");
    }

    @Test
    void refusesPartsThatTogetherLeadElsewhere() throws Exception {
        ApiTool tool = Documents.of("""
                openapi: 3.0.0
                info: {title: t, version: "1"}
                servers: [{url: "https://a.example"}]
                paths:
                  /{a}.{b}/x:
                    get:
                      parameters:
                        - {name: a, in: path, required: true, schema: {type: string}}
                        - {name: b, in: path, required: true, schema: {type: string, allowEmptyValue: true}}
                      responses: {"200": {description: ok}}
                """).tools().getFirst();

        assertThat(bind(tool, "{\"a\": \"x\", \"b\": \"y\"}")).isInstanceOf(Binding.Request.class);
        assertThat(misfit(tool, "{\"a\": \".\", \"b\": \"y\"}")).contains("argument a ");
    }

    @Test
    void writesHeadersCookiesAndTheBody() throws Exception {
        ApiTool tool = Documents.withParameters(
                "- {name: X-L, in: header, schema: {type: array, items: {type: string}}}",
                "- {name: c, in: cookie, schema: {type: string}}",
                "- {name: d, in: cookie, schema: {type: string}}",
                "- {name: j, in: query, content: {application/json: {schema: {}}}}");

        Binding.Request request = request(
                tool,
                "{\"id\":1,\"X-L\":[\"a\",\"b\"],\"c\":\"x;y\",\"d\":\"z\",\"j\":{\"k\":[1]},\"body\":{\"n\":1.10,\"s\":\"ü\"}}");

        assertThat(request.headers())
                .containsExactly(new Binding.Header("X-L", "a,b"), new Binding.Header("Cookie", "c=x%3By; d=z"));
        assertThat(request.target()).isEqualTo("/base/x/1/end?j=%7B%22k%22%3A%5B1%5D%7D");
        assertThat(new String(Objects.requireNonNull(request.body()), StandardCharsets.UTF_8))
                .isEqualTo("{\"n\":1.10,\"s\":\"ü\"}");
        assertThat(request.mediaType()).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\r\\nX: y", "ü", " a", "a\\u0000"})
    void refusesWhatNoHeaderCanHold(String value) throws Exception {
        ApiTool tool = Documents.withParameters("- {name: X-L, in: header, schema: {type: string}}");

        assertThat(misfit(tool, "{\"id\": 1, \"X-L\": \"" + value + "\"}")).contains("argument X-L ");
    }

    @Test
    void namesTheArgumentThatIsMissingIllTypedOrUnknown() throws Exception {
        ApiTool tool = Documents.withParameters(
                "- {name: n, in: query, required: true, schema: {type: integer}}",
                "- {name: e, in: query, schema: {type: string, enum: [a, b]}}");

        assertThat(misfit(tool, "{\"id\": 1}")).contains("'n'");
        assertThat(misfit(tool, "{\"id\": 1, \"n\": \"x\"}")).contains("/n");
        assertThat(misfit(tool, "{\"id\": 1, \"n\": 1, \"e\": \"c\"}")).contains("/e");
        assertThat(misfit(tool, "{\"id\": 1, \"n\": 1, \"other\": 1}")).contains("other");
        assertThat(misfit(tool, "{\"id\": 1, \"id\": 2, \"n\": 1}")).contains("ambiguous");
        assertThat(misfit(tool, "[]")).contains("object");
        assertThat(request(tool, "{\"id\": 1, \"n\": 1, \"e\": null}").target()).isEqualTo("/base/x/1/end?n=1");
    }

    @Test
    void refusesNestingThatAStyleCannotWrite() throws Exception {
        ApiTool tool = Documents.withParameters("- {name: p, in: query, style: deepObject, schema: {}}");

        assertThat(misfit(tool, "{\"id\": 1, \"p\": {\"a\": {\"b\": 1}}}")).contains("argument p ");
    }

    @Test
    void refusesALineThatNoServerTakes() throws Exception {
        ApiTool tool = Documents.withParameters("- {name: p, in: query, schema: {type: string}}");

        assertThat(misfit(tool, "{\"id\": 1, \"p\": \"" + "x".repeat(9_000) + "\"}"))
                .contains("8000");
    }

    @Test
    void matchesAnEvilPatternInLinearTime() throws Exception {
        ApiTool tool = Documents.withParameters("- {name: p, in: query, schema: {type: string, pattern: \"^(a+)+$\"}}");

        assertThat(misfit(tool, "{\"id\": 1, \"p\": \"" + "a".repeat(5_000) + "!\"}"))
                .contains("/p");
    }
}
