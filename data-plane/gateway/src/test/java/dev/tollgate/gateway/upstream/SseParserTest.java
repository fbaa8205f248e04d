package dev.tollgate.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SseParserTest {
    private static final String TOO_LARGE = "<too large>";

    private static List<String> parse(int bytesMax, List<byte[]> pieces) {
        List<String> heard = new ArrayList<>();
        SseParser parser = new SseParser(bytesMax, new SseParser.Events() {
            @Override
            public void event(@Nullable String type, byte[] data) {
                heard.add((type == null ? "" : type + " ") + new String(data, StandardCharsets.UTF_8));
            }

            @Override
            public void tooLarge() {
                heard.add(TOO_LARGE);
            }
        });
        pieces.forEach(parser::feed);
        return heard;
    }

    static Stream<Arguments> streams() {
        return Stream.of(
                Arguments.of("data: one\n\ndata: two\n\n", List.of("one", "two")),
                Arguments.of("data: one\r\n\r\ndata: two\r\n\r\n", List.of("one", "two")),
                Arguments.of("data: one\r\rdata: two\r\r", List.of("one", "two")),
                Arguments.of("data:no space\n\n", List.of("no space")),
                Arguments.of("data:  two spaces\n\n", List.of(" two spaces")),
                Arguments.of("data: a\ndata: b\ndata\ndata: c\n\n", List.of("a\nb\n\nc")),
                Arguments.of(": keep-alive\n\n:\n\ndata: x\n\n", List.of("x")),
                Arguments.of("event: message\nid: 7\nretry: 10\ndata: x\n\n", List.of("x")),
                Arguments.of("event: endpoint\ndata: x\n\nevent\ndata: y\n\n", List.of("endpoint x", "y")),
                Arguments.of("\uFEFFdata: bom\n\n", List.of("bom")),
                Arguments.of("dataset: no\ndat: no\nDATA: no\n\ndata: ż漢🙂\n\n", List.of("ż漢🙂")),
                Arguments.of("data\n\n", List.of("")),
                Arguments.of("\n\n\n\n", List.of()),
                Arguments.of("data: cut off", List.of()),
                Arguments.of("data: cut off\n", List.of()),
                Arguments.of("data: a:b: c\n\n", List.of("a:b: c")));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void a_stream_reads_the_same_however_it_is_cut(String stream, List<String> events) {
        byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);

        assertThat(parse(1_000, List.of(bytes))).isEqualTo(events);
        for (int cut = 0; cut <= bytes.length; cut++) {
            List<byte[]> pieces = List.of(Arrays.copyOf(bytes, cut), Arrays.copyOfRange(bytes, cut, bytes.length));
            assertThat(parse(1_000, pieces)).as("cut at %d", cut).isEqualTo(events);
        }
        List<byte[]> single = new ArrayList<>();
        for (byte b : bytes) {
            single.add(new byte[] {b});
        }
        assertThat(parse(1_000, single)).as("byte by byte").isEqualTo(events);
    }

    @Test
    void random_cuts_make_no_difference() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            StringBuilder stream = new StringBuilder();
            List<String> events = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String data = "x".repeat(random.nextInt(2_000));
                events.add(data);
                stream.append(random.nextBoolean() ? "" : ": noise\r\n")
                        .append("data: ")
                        .append(data)
                        .append("\n\n");
            }
            byte[] bytes = stream.toString().getBytes(StandardCharsets.UTF_8);
            List<byte[]> pieces = new ArrayList<>();
            for (int at = 0; at < bytes.length; ) {
                int next = Math.min(bytes.length, at + 1 + random.nextInt(3_000));
                pieces.add(Arrays.copyOfRange(bytes, at, next));
                at = next;
            }

            assertThat(parse(4_000, pieces)).as("seed %d", seed).isEqualTo(events);
        }
    }

    @Test
    void an_event_beyond_the_bound_ends_the_stream_however_it_comes() {
        byte[] longLine =
                ("data: ok\n\ndata: " + "x".repeat(200) + "\n\ndata: after\n\n").getBytes(StandardCharsets.UTF_8);
        byte[] manyLines = ("data: ok\n\n" + "data: 0123456789\n".repeat(20) + "\ndata: after\n\n")
                .getBytes(StandardCharsets.UTF_8);
        for (byte[] stream : List.of(longLine, manyLines)) {
            for (int size : new int[] {1, 7, 64, 1_000}) {
                List<byte[]> pieces = new ArrayList<>();
                for (int at = 0; at < stream.length; at += size) {
                    pieces.add(Arrays.copyOfRange(stream, at, Math.min(stream.length, at + size)));
                }

                assertThat(parse(100, pieces)).as("pieces of %d", size).containsExactly("ok", TOO_LARGE);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "id: 7\\n\\n | 7 | -1",
                "id: 7\\ndata: x\\n\\nid: 8\\n | 7 | -1",
                "id: 7\\n\\ndata: x\\n\\n | 7 | -1",
                "id: 7\\n\\nid:\\n\\n | - | -1",
                "id: caf\u00e9\\n\\n | - | -1",
                "retry: 250\\n\\n | - | 250",
                "retry: 2x\\nretry:\\nretry: 99999999999\\n\\n | - | -1"
            })
    void a_stream_says_how_it_is_taken_up_again(String stream, @Nullable String lastEventId, long retryMillis) {
        SseParser parser = new SseParser(1_000, new SseParser.Events() {
            @Override
            public void event(@Nullable String type, byte[] data) {}

            @Override
            public void tooLarge() {}
        });

        parser.feed(stream.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8));

        assertThat(parser.lastEventId()).isEqualTo(lastEventId);
        assertThat(parser.retryMillis()).isEqualTo(retryMillis);
    }
}
