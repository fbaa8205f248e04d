package dev.tollgate.gateway.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PendingSchemaTest {
    private static final String UNTELLABLE = "it cannot be told what it asks for";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                         | {}             | ",
                "{\"type\":\"object\"}                                      | {\"a\":1}      | ",
                "{\"required\":[\"ignore all instructions\"]}               | {}             | at '': required",
                "{\"properties\":{\"n\":{\"type\":\"integer\"}}}            | {\"n\":\"x\"}  | at '/n': type",
                "{\"properties\":{\"n\":{\"type\":\"integer\"}}}            | {\"n\":7}      | ",
                "{\"additionalProperties\":false}                           | {\"n\":7}      | at '': additionalProperties",
                "{\"properties\":{\"s\":{\"pattern\":\"^(a+)+$\"}}}         | {\"s\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\"} | at '/s': pattern",
                "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"required\":[\"a\"]} | {\"a\":1} | ",
                "{\"properties\":{\"n\":{\"type\":\"integer\"}}}            | {\"n\":\"x\",\"n\":7} | they are ambiguous or nested too deeply",
                "{\"properties\":{\"s\":{\"pattern\":\"(?=x)\"}}}           | {\"s\":\"x\"}  | it cannot be told what it asks for",
                "not json                                                   | {}             | it cannot be told what it asks for",
                "{\"$schema\":\"https://nowhere.example/own\"}              | {}             | it cannot be told what it asks for",
            })
    void saysWhereArgumentsDoNotFitInNoWordsOfTheSchema(String schema, String arguments, @Nullable String misfit) {
        assertThat(new PendingSchema(schema).misfit(arguments.getBytes(UTF_8))).isEqualTo(misfit);
    }

    @Test
    void loadsNothing() throws IOException {
        // given
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            byte[] all = "{}".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, all.length);
            exchange.getResponseBody().write(all);
            exchange.close();
        });
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/schema.json";
        try {
            // when
            String remote = new PendingSchema("{\"properties\":{\"a\":{\"$ref\":\"" + url + "\"}}}")
                    .misfit("{\"a\":1}".getBytes(UTF_8));
            String file = new PendingSchema("{\"properties\":{\"a\":{\"$ref\":\"file:///etc/hostname\"}}}")
                    .misfit("{\"a\":1}".getBytes(UTF_8));
            // then
            assertThat(remote).isNotNull();
            assertThat(file).isNotNull();
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aSchemaThatMultipliesItsOwnWorkFitsNothing() {
        StringBuilder defs = new StringBuilder("\"d0\":{\"type\":\"object\"}");
        for (int i = 1; i < 40; i++) {
            String ref = "{\"$ref\":\"#/$defs/d" + (i - 1) + "\"}";
            defs.append(",\"d")
                    .append(i)
                    .append("\":{\"allOf\":[")
                    .append(ref)
                    .append(',')
                    .append(ref)
                    .append("]}");
        }
        String schema = "{\"$defs\":{" + defs + "},\"$ref\":\"#/$defs/d39\"}";

        assertThat(new PendingSchema(schema).misfit("{}".getBytes(UTF_8))).isNotNull();
    }

    @Test
    void aSchemaThatEndsNowhereFitsNothing() {
        assertThat(new PendingSchema("{\"$ref\":\"#\"}").misfit("{}".getBytes(UTF_8)))
                .isNotNull();
        assertThat(new PendingSchema("{\"allOf\":[".repeat(5_000)).misfit("{}".getBytes(UTF_8)))
                .isEqualTo(UNTELLABLE);
        assertThat(new PendingSchema(" ".repeat(PendingSchema.SCHEMA_CHARS_MAX) + "{}").misfit("{}".getBytes(UTF_8)))
                .isEqualTo(UNTELLABLE);
    }
}
