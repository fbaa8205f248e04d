package dev.tollgate.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.meter.CallContent;
import dev.tollgate.model.token.TokenCounts;
import dev.tollgate.model.token.TokenEncoding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenCountersTest {
    private static final byte[] RESULT = bytes("{\"content\":[{\"type\":\"text\",\"text\":\"hello world\"}]}");

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<String> written = new CopyOnWriteArrayList<>();
    private final TokenCounters counters = TestCounters.of(new TokenMetrics() {
        @Override
        public void tokensCounted(long nanos) {
            told.add("counted");
        }

        @Override
        public void tokensEstimated(Estimated why) {
            told.add(why.name());
        }

        @Override
        public void boundHit(String bound) {
            told.add(bound);
        }
    });

    @AfterEach
    void close() {
        counters.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A definition that says when it is written out to be counted. */
    private final class Tool implements ListedTool {
        private final String text;

        Tool(String text) {
            this.text = text;
        }

        @Override
        public Object sameText() {
            return text;
        }

        @Override
        public int definitionBytes() {
            return bytes(text).length;
        }

        @Override
        public byte[] definition() {
            written.add(text);
            return bytes(text);
        }
    }

    private ListedTools listed(String... definitions) {
        List<Tool> tools = new ArrayList<>();
        for (String definition : definitions) {
            tools.add(new Tool(definition));
        }
        return new ListedTools(tools);
    }

    private Counted count(CallContent content, ListedTools listed, TokenEncoding encoding) throws Exception {
        BlockingQueue<Counted> answer = new ArrayBlockingQueue<>(1);
        counters.count(new TokenCount(content, true, () -> listed, encoding), answer::add);
        Counted counted = answer.poll(10, TimeUnit.SECONDS);
        assertThat(counted).isNotNull();
        return counted;
    }

    /** As the encodings' publisher counts them. */
    @ParameterizedTest
    @CsvSource({
        "hello world, 2, 2",
        "tiktoken is great!, 6, 6",
        "antidisestablishmentarianism, 6, 6",
        "2 + 2 = 4, 7, 7",
        "お誕生日おめでとう, 8, 9",
    })
    void countsAsModelsDo(String text, int o200k, int cl100k) {
        assertThat(TestCounters.count(text, TokenEncoding.O200K)).isEqualTo(o200k);
        assertThat(TestCounters.count(text, TokenEncoding.CL100K)).isEqualTo(cl100k);
        assertThat(TestCounters.count(text, TokenEncoding.BYTES)).isEqualTo(Math.ceilDiv(bytes(text).length, 4));
    }

    @Test
    void whatLooksLikeAControlTokenIsText() {
        assertThat(TestCounters.count("<|endoftext|>", TokenEncoding.O200K)).isGreaterThan(1);
    }

    @Test
    void countsArgumentsResultAndDefinitionsEachForItself() throws Exception {
        ListedTools listed = listed("{\"name\":\"find\"}", "{\"name\":\"read\"}");

        Counted counted = count(TestCounters.content("{\"q\": \"x\"}", RESULT), listed, TokenEncoding.CL100K);

        assertThat(counted)
                .isEqualTo(new Counted(
                        new TokenCounts(
                                TestCounters.count("{\"name\":\"find\"}", TokenEncoding.CL100K)
                                        + TestCounters.count("{\"name\":\"read\"}", TokenEncoding.CL100K),
                                TestCounters.count("{\"q\": \"x\"}", TokenEncoding.CL100K),
                                TestCounters.count(new String(RESULT, StandardCharsets.UTF_8), TokenEncoding.CL100K)),
                        TokenEncoding.CL100K));
        assertThat(told).containsExactly("counted");
    }

    @Test
    void aDefinitionIsCountedOnceWhoeverIsListedIt() throws Exception {
        CallContent content = TestCounters.content("{}", RESULT);
        long one = count(content, listed("{\"a\":1}"), TokenEncoding.O200K)
                .counts()
                .definitions();

        long two = count(content, listed("{\"a\":1}", "{\"b\":2}"), TokenEncoding.O200K)
                .counts()
                .definitions();

        assertThat(two).isEqualTo(one + TestCounters.count("{\"b\":2}", TokenEncoding.O200K));
        assertThat(written).containsExactly("{\"a\":1}", "{\"b\":2}");
    }

    @Test
    void manyNewDefinitionsAreCountedOverSeveralCallsAndEstimatedUntilThen() throws Exception {
        CallContent content = TestCounters.content("{}", RESULT);
        String half = "x y ".repeat(DefinitionCounts.BYTES_PER_CALL_MAX / 8);
        ListedTools listed = listed(half + "1", half + "2", half + "3");

        Counted first = count(content, listed, TokenEncoding.O200K);
        count(content, listed, TokenEncoding.O200K);
        Counted third = count(content, listed, TokenEncoding.O200K);

        assertThat(first.encoding()).isEqualTo(TokenEncoding.BYTES);
        assertThat(first.counts().definitions()).isEqualTo(Math.ceilDiv(3 * (bytes(half).length + 1), 4));
        assertThat(third.encoding()).isEqualTo(TokenEncoding.O200K);
        assertThat(told).containsExactly("DEFINITIONS", "DEFINITIONS", "counted");
    }

    @Test
    void estimatesWhatIsTooLongAndWhatNobodyHasTimeFor() throws Exception {
        // given
        CallContent content = TestCounters.content("{}", RESULT);
        ListedTools listed = listed("{\"name\":\"find\"}");
        Counted estimate = new Counted(new TokenCounts(4, 1, Math.ceilDiv(RESULT.length, 4)), TokenEncoding.BYTES);
        byte[] longest = new byte[TokenCounters.TEXT_BYTES_MAX];
        // when
        Counted tooLong = count(TestCounters.content("{}", longest), listed, TokenEncoding.O200K);
        Counted ownEncoding = count(content, listed, TokenEncoding.BYTES);
        Runnable letGo = TestCounters.occupy(counters, 1);
        Counted busy = count(content, listed, TokenEncoding.O200K);
        // then
        letGo.run();
        assertThat(tooLong.encoding()).isEqualTo(TokenEncoding.BYTES);
        assertThat(tooLong.counts().result()).isEqualTo(longest.length / 4);
        assertThat(ownEncoding).isEqualTo(estimate);
        assertThat(busy).isEqualTo(estimate);
        assertThat(told).startsWith("SIZE", "ENCODING", "BUSY");
    }

    @Test
    void whateverAServerWritesIsCountedOrEstimated() throws Exception {
        Random random = new Random(7);
        ListedTools listed = listed("{\"name\":\"find\"}");
        String letters = " aAzZ09\n\t\"\\{}[]:,'!\u0301\u00fc\u4e2d\ud83d\ude42\u017f\u200d";
        for (int i = 0; i < 400; i++) {
            byte[] result = new byte[1 + random.nextInt(600)];
            random.nextBytes(result);
            if (i % 2 == 0) {
                result = bytes(random.ints(300, 0, letters.length())
                        .mapToObj(at -> letters.substring(at, at + 1))
                        .reduce("", String::concat));
            }

            Counted counted = count(
                    TestCounters.content("{}", result),
                    listed,
                    i % 3 == 0 ? TokenEncoding.CL100K : TokenEncoding.O200K);

            assertThat(counted.counts().result()).as("run %d", i).isBetween(1L, (long) result.length);
            if (counted.encoding().isEstimate()) {
                assertThat(counted.counts().result()).isEqualTo(Math.ceilDiv(result.length, 4));
            }
        }
        assertThat(told).hasSize(400).containsOnly("counted", "TEXT").contains("counted", "TEXT");
    }

    @Test
    void longRunsWithoutWhiteSpaceAreCounted() throws Exception {
        byte[] run = bytes("a".repeat(TokenCounters.TEXT_BYTES_MAX - 8));

        Counted counted = count(TestCounters.content("{}", run), listed(), TokenEncoding.O200K);

        assertThat(counted.counts().result()).isEqualTo(run.length / 8);
        assertThat(told).containsExactly("counted");
    }
}
