package dev.tollgate.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stranger's document costs a bounded amount and makes nothing be read. */
class HostileDocumentTest {
    @Test
    void saysTheLineOfBrokenJson() {
        assertThatThrownBy(() -> Documents.of("{\"openapi\": \"3.0.0\",\n \"info\": nonsense}"))
                .isInstanceOf(UnusableDocument.class)
                .hasMessageStartingWith("line 2: ");
    }

    @Test
    void saysTheLineOfBrokenYaml() {
        assertThatThrownBy(() -> Documents.of("openapi: 3.0.0\ninfo:\n  title: [\n"))
                .isInstanceOf(UnusableDocument.class)
                .hasMessageStartingWith("line ");
    }

    @Test
    void refusesAliasesThatStandForTooMuch() {
        StringBuilder bomb =
                new StringBuilder("openapi: 3.0.0\ninfo: {title: t, version: \"1\"}\na0: &a0 [1,1,1,1,1]\n");
        for (int i = 1; i < 12; i++) {
            String alias = "*a" + (i - 1);
            bomb.append("a%d: &a%d [%s,%s,%s,%s,%s]\n".formatted(i, i, alias, alias, alias, alias, alias));
        }

        assertThatThrownBy(() -> Documents.of(bomb.toString()))
                .isInstanceOf(UnusableDocument.class)
                .hasMessageContaining("values");
    }

    @Test
    void refusesAnAliasWithinItself() {
        assertThatThrownBy(() -> Documents.of("openapi: 3.0.0\na: &a\n  - *a\n"))
                .isInstanceOf(UnusableDocument.class);
    }

    @Test
    void refusesDeepNesting() {
        assertThatThrownBy(() -> Documents.of("{\"a\":".repeat(200) + "1" + "}".repeat(200)))
                .isInstanceOf(UnusableDocument.class)
                .hasMessageContaining("depth");
    }

    @Test
    void refusesALargeDocument() {
        assertThatThrownBy(() -> OpenApiDocuments.read(new byte[OpenApiDocuments.BYTES_MAX + 1], null, null))
                .isInstanceOf(UnusableDocument.class)
                .hasMessageContaining("bytes");
    }

    @Test
    void makesNoObjectOfAClassThatATagNames() {
        assertThatThrownBy(() -> Documents.of("openapi: !!javax.script.ScriptEngineManager [x]\n"))
                .isInstanceOf(UnusableDocument.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "",
                "hello",
                "{}",
                "{\"openapi\": \"4.0.0\"}",
                "{\"swagger\": \"1.2\"}",
                "{\"openapi\": \"3.0.0\"}",
                "{\"openapi\": \"3.0.0\", \"info\": 5, \"paths\": 7}",
                "{\"swagger\": \"2.0\", \"info\": {\"title\": []}, \"paths\": [1]}",
                "{\"openapi\": {\"a\": 1}, \"paths\": {}}"
            })
    void refusesWhatIsNoDocument(String text) {
        assertThatThrownBy(() -> Documents.of(text)).isInstanceOf(UnusableDocument.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openapi: 3.0.0\ncomponents: {schemas: {A: {$ref: \"%1$s\"}}, parameters: {P: {$ref: \"%1$s\"}}}\n",
                "openapi: 3.1.0\ncomponents: {schemas: {A: {$ref: \"%1$s\", $id: \"%1$s\"}}}\n"
                        + "jsonSchemaDialect: \"%1$s\"\n",
                "swagger: \"2.0\"\ndefinitions: {A: {$ref: \"%1$s\"}}\nparameters: {P: {$ref: \"%1$s\"}}\n"
            })
    void followsNoReferenceOut(String head) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/x.json";
            ApiDocument document = Documents.of(head.formatted(url) + """
                    info: {title: t, version: "1"}
                    paths:
                      /a:
                        get:
                          parameters: [{$ref: "%1$s"}]
                          responses: {"200": {$ref: "%1$s"}}
                      /b: {$ref: "%1$s"}
                      /c:
                        get:
                          parameters: [{$ref: "file:///etc/passwd"}]
                          responses: {"200": {description: ok}}
                    """.formatted(url));

            assertThat(document.tools()).isEmpty();
            assertThat(document.omitted())
                    .isNotEmpty()
                    .allMatch(each -> each.reason().contains("refers to another document"));
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void leavesOutWhatRefersToItself() throws Exception {
        ApiDocument document = Documents.of("""
                openapi: 3.0.0
                info: {title: t, version: "1"}
                servers: [{url: "https://a.example"}]
                paths:
                  /a:
                    get:
                      parameters: [{$ref: "#/components/parameters/A"}]
                      responses: {"200": {description: ok}}
                components:
                  parameters:
                    A: {$ref: "#/components/parameters/B"}
                    B: {$ref: "#/components/parameters/A"}
                """);

        assertThat(document.tools()).isEmpty();
        assertThat(document.omitted().getFirst().reason()).contains("leads to itself");
    }
}
