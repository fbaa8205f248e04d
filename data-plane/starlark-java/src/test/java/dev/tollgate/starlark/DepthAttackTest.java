package dev.tollgate.starlark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.starlark.fault.Limit;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Depth in the source, in calls and in values: each ends at a limit, on a small stack too. */
class DepthAttackTest {
    private static final long SMALL_STACK_BYTES = 512 << 10;
    private static final String DEEP_LIST = "x = []\nfor _ in range(5000): x = [x]\n";
    private static final String DEEP_TUPLE = "x = ()\nfor _ in range(5000): x = (x,)\n";
    private static final String TWO_LISTS = "y = []\nfor _ in range(5000): y = [y]\n" + DEEP_LIST;

    static Stream<Arguments> attacks() {
        Map<String, Limit> attacks = Map.ofEntries(
                Map.entry("(".repeat(5000) + "1" + ")".repeat(5000), Limit.NESTING),
                Map.entry("[".repeat(5000), Limit.NESTING),
                Map.entry("{1:".repeat(5000), Limit.NESTING),
                Map.entry("f(".repeat(5000), Limit.NESTING),
                Map.entry("not ".repeat(5000) + "1", Limit.NESTING),
                Map.entry("-".repeat(5000) + "1", Limit.NESTING),
                Map.entry("~".repeat(5000) + "1", Limit.NESTING),
                Map.entry("lambda: ".repeat(5000) + "1", Limit.NESTING),
                Map.entry("1 if 1 else ".repeat(5000) + "1", Limit.NESTING),
                Map.entry("[x " + "for x in [1] ".repeat(4000) + "]", Limit.NESTING),
                Map.entry("f\"{".repeat(5000), Limit.NESTING),
                Map.entry(blocks("if 1:"), Limit.NESTING),
                Map.entry(blocks("for x in [1]:"), Limit.NESTING),
                Map.entry(blocks("def f():"), Limit.NESTING),
                Map.entry("1" + " + 1".repeat(5000), Limit.CHAIN),
                Map.entry("1" + " and 1".repeat(5000), Limit.CHAIN),
                Map.entry("x" + "[0]".repeat(5000), Limit.CHAIN),
                Map.entry("x" + ".x".repeat(5000), Limit.CHAIN),
                Map.entry("x" + "()".repeat(5000), Limit.CHAIN),
                Map.entry(calls(200, "n"), Limit.CALLS),
                Map.entry(calls(60, "[".repeat(45) + "n" + "]".repeat(45) + "[0]".repeat(45)), Limit.NESTING),
                Map.entry(TWO_LISTS + "x == y", Limit.NESTING),
                Map.entry(TWO_LISTS + "x < y", Limit.NESTING),
                Map.entry(TWO_LISTS + "y in [x]", Limit.NESTING),
                Map.entry(DEEP_LIST + "str(x)", Limit.NESTING),
                Map.entry(DEEP_LIST + "json.encode(x)", Limit.NESTING),
                Map.entry(DEEP_LIST + "result = x", Limit.NESTING),
                Map.entry(DEEP_TUPLE + "{x: 1}", Limit.NESTING),
                Map.entry("x = [1]\nx.append(x)\nresult = x", Limit.NESTING),
                Map.entry("x = {}\nx['a'] = x\njson.encode(x)", Limit.NESTING),
                Map.entry("json.decode('[' * 5000)", Limit.NESTING),
                Map.entry("json.decode('{\"a\":' * 5000)", Limit.NESTING),
                Map.entry("#" + "x".repeat(65536), Limit.SOURCE),
                Map.entry("#" + "€".repeat(30000), Limit.SOURCE));
        return attacks.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
    }

    private static String blocks(String head) {
        return IntStream.range(0, 150)
                        .mapToObj(i -> " ".repeat(i) + head + "\n")
                        .collect(Collectors.joining())
                + " ".repeat(150)
                + "pass\n";
    }

    /** A chain of functions, each of which calls the next within an expression. */
    private static String calls(int count, String expression) {
        return IntStream.range(0, count)
                        .mapToObj(i ->
                                "def f" + i + "(n): return " + expression.replace("n", "f" + (i + 1) + "(n)") + "\n")
                        .collect(Collectors.joining())
                + "def f" + count + "(n): return n\nf0(1)";
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void endsAtALimit(String script, Limit limit) throws InterruptedException {
        Outcome outcome = Runs.onStack(SMALL_STACK_BYTES, script);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.LimitReached.class,
                        reached -> assertThat(reached.limit()).isEqualTo(limit));
        // An overflow of the stack would end elsewhere on a larger one: the limit it was.
        assertThat(outcome).isEqualTo(Runs.onStack(16 * SMALL_STACK_BYTES, script));
    }

    static Stream<String> deepestAllowed() {
        return Stream.of(
                "[".repeat(98) + "1" + "]".repeat(98),
                "x = 1" + " + 1".repeat(498),
                "x = [0]\nx[0] = x\ny = x" + "[0]".repeat(498),
                calls(60, "(n + 0)"),
                calls(30, "(1 + ".repeat(9) + "n" + ")".repeat(9)),
                "x = 0\nfor _ in range(95): x = [x]\nstr(x)\nx == x[:]\njson.encode(x)");
    }

    @ParameterizedTest
    @MethodSource("deepestAllowed")
    void whatIsAllowedRunsOnASmallStack(String script) throws InterruptedException {
        Outcome outcome = Runs.onStack(SMALL_STACK_BYTES, script);

        assertThat(outcome).isInstanceOf(Outcome.Completed.class);
    }

    @Test
    void recursionIsTold() {
        Outcome outcome = Runs.run("def f(n): return f(n - 1)\nf(3)");

        assertThat(Runs.problem(outcome).message()).isEqualTo("function f called recursively");
    }
}
