package dev.tollgate.gateway.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Mutated and generated texts, judged by Jackson behind a strict UTF-8 decoder. */
class JsonReaderFuzzTest {
    private static final int ROUNDS = 60_000;
    private static final JsonFactory JACKSON = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(JsonReader.DEPTH_MAX)
                    .maxNumberLength(1_000_000)
                    .build())
            .build();
    private static final String[] PIECES = {
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u00e9", "\\ud83d", "\"a\"", "\"\"", "0", "-", "1", ".", "e", "E+",
        "12", "true", "false", "null", " ", "\n", "\t", "é", "😀", "\u0000", "\u001f", "\u007f", "/", "\\/", "{\"k\":",
        "[[", "\"k\":1", "x",
    };

    @Test
    void agreesWithJacksonOnWhatJsonIs() {
        int accepted = 0;
        for (long seed = 1; seed <= ROUNDS; seed++) {
            Random random = new Random(seed);
            byte[] text = random.nextInt(3) == 0 ? soup(random) : mutated(random, generated(random, 0));
            boolean expected = jacksonAccepts(text);
            assertThat(accepts(text))
                    .as("seed %d: %s", seed, new String(text, UTF_8))
                    .isEqualTo(expected);
            accepted += expected ? 1 : 0;
        }
        assertThat(accepted)
                .as("texts that are JSON, so that both sides are tried")
                .isBetween(ROUNDS / 10, ROUNDS * 9 / 10);
    }

    @Test
    void quotesWhatItCanReadBack() throws Exception {
        for (long seed = 1; seed <= 5_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(20); i > 0; i--) {
                text.append((char) (random.nextBoolean() ? random.nextInt(128) : random.nextInt(0x10000)));
            }
            byte[] token = JsonText.quote(text.toString());
            assertThat(accepts(token)).as("seed %d", seed).isTrue();
            assertThat(JsonText.string(token, 0, token.length))
                    .as("seed %d", seed)
                    .isEqualTo(text.toString());
        }
    }

    private static boolean accepts(byte[] text) {
        try {
            JsonReader reader = new JsonReader(text);
            reader.skipValue();
            reader.expectEnd();
            return true;
        } catch (MalformedJson e) {
            return false;
        }
    }

    private static boolean jacksonAccepts(byte[] text) {
        try (JsonParser parser = JACKSON.createParser(UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(text))
                .toString())) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            parser.finishToken();
            return parser.nextToken() == null;
        } catch (CharacterCodingException e) {
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private static byte[] soup(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString().getBytes(UTF_8);
    }

    private static String generated(Random random, int depth) {
        return switch (random.nextInt(depth > 4 ? 4 : 6)) {
            case 0 -> new String[] {"true", "false", "null"}[random.nextInt(3)];
            case 1 -> Long.toString(random.nextLong());
            case 2 -> Double.toString(random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20));
            case 3 -> new String(JsonText.quote("s" + (char) random.nextInt(0xd800) + "é\"\\"), UTF_8);
            case 4 -> {
                StringBuilder array = new StringBuilder("[");
                for (int i = random.nextInt(4); i > 0; i--) {
                    array.append(generated(random, depth + 1)).append(i > 1 ? " ," : "");
                }
                yield array.append(']').toString();
            }
            default -> {
                StringBuilder object = new StringBuilder("{");
                for (int i = random.nextInt(4); i > 0; i--) {
                    object.append("\"é").append(i).append("\": ").append(generated(random, depth + 1));
                    object.append(i > 1 ? "," : "");
                }
                yield object.append('}').toString();
            }
        };
    }

    private static byte[] mutated(Random random, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        for (int i = random.nextInt(3); i > 0 && bytes.length > 0; i--) {
            int at = random.nextInt(bytes.length);
            bytes[at] = random.nextBoolean()
                    ? (byte) random.nextInt(256)
                    : (byte) PIECES[random.nextInt(PIECES.length)].charAt(0);
        }
        return bytes;
    }
}
