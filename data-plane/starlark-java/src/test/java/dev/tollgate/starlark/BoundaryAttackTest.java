package dev.tollgate.starlark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.starlark.fault.Limit;
import dev.tollgate.starlark.meter.Interruption;
import dev.tollgate.starlark.meter.Limits;
import dev.tollgate.starlark.value.ListValue;
import dev.tollgate.starlark.value.None;
import dev.tollgate.starlark.value.Parallelism;
import dev.tollgate.starlark.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Integers, output, the wall between script and host, and what shows of Java. */
class BoundaryAttackTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 << 5000",
                "1 << 9000000000000000000",
                "x = 3\nfor _ in range(100): x = x * x",
                "x = 1 << 4095\nx + x",
                "x = -(1 << 4095) - (1 << 4095)\nx - 1",
                "int('9' * 5000)",
                "int('z' * 5000, 36)",
                "int('1' * 5000, 2)",
                "json.decode('9' * 5000)",
                "json.decode('[' + '9' * 100000 + ']')",
            })
    void integersAreBounded(String script) {
        assertLimit(Runs.run(script), Limit.INTEGER);
    }

    @Test
    void integerLiteralsAreBounded() {
        assertLimit(Runs.run("x = " + "9".repeat(5000)), Limit.INTEGER);
        assertLimit(Runs.run("x = 0x" + "f".repeat(5000)), Limit.INTEGER);
    }

    @Test
    void outputIsBounded() {
        Outcome outcome = Runs.run(
                "for i in range(1000): print('x' * 1000)", Limits.standard().withPrintBytes(10_000));

        assertLimit(outcome, Limit.PRINT);
        assertThat(outcome.output()).hasSizeLessThanOrEqualTo(10_000).startsWith("xxx");
    }

    @Test
    void resultIsBounded() {
        Limits limits = Limits.standard().withResultBytes(10_000);

        assertLimit(Runs.run("result = 'x' * 20000", limits), Limit.RESULT);
        assertLimit(Runs.run("x = 'x' * 1000\nfor _ in range(40): x = [x, x]\nresult = x", limits), Limit.RESULT);
        assertLimit(Runs.run("result = [[]] * 20000", limits), Limit.RESULT);
    }

    @Test
    void hostCallsAndAnswersAreBounded() {
        Environment environment = Environment.builder()
                .function("ping", _ -> HostFunction.Answer.of(None.NONE))
                .function("big", _ -> HostFunction.Answer.of(Data.of("x".repeat(20_000))))
                .build();
        Limits limits = Limits.standard().withHostCalls(5).withHostResultBytes(10_000);

        assertLimit(Runs.run("for _ in range(10): ping()", limits, environment), Limit.HOST_CALLS);
        assertLimit(Runs.run("parallel([ping] * 10)", limits, environment), Limit.HOST_CALLS);
        assertLimit(Runs.run("try_call(big)", limits, environment), Limit.HOST_RESULT);
    }

    @Test
    void answersAreChargedToTheMemory() {
        Environment environment = Environment.builder()
                .function("big", _ -> HostFunction.Answer.of(Data.of(List.of(1, 2, 3))))
                .build();

        Outcome outcome = Runs.run(
                "for _ in range(100): big()",
                Limits.standard().withMemoryBytes(5_000).withHostCalls(1000),
                environment);

        assertLimit(outcome, Limit.MEMORY);
    }

    @Test
    void nothingOfTheHostsExceptionsShows() {
        Environment environment = Environment.builder()
                .function("broken", _ -> {
                    throw new IllegalStateException("secret of java.lang");
                })
                .function("dead", _ -> {
                    throw new AssertionError("secret");
                })
                .function("refusing", _ -> {
                    throw new HostFailure("no such city");
                })
                .build();

        assertThat(Runs.problem(Runs.run("broken()", Limits.standard(), environment))
                        .text())
                .startsWith("1:7: broken: failed")
                .doesNotContain("secret");
        assertThat(Runs.problem(Runs.run("dead()", Limits.standard(), environment))
                        .message())
                .isEqualTo("dead: failed");
        assertThat(Runs.value(Runs.run("result = try_call(refusing).error", Limits.standard(), environment)))
                .isEqualTo("refusing: no such city");
    }

    @Test
    void aFailureOfTheInterpreterSaysNothing() {
        Interruption broken = _ -> {
            throw new IllegalStateException("secret");
        };

        Outcome outcome =
                Program.compile("1").run(Environment.empty(), Limits.standard(), broken, Parallelism.sequential());

        assertThat(outcome).isInstanceOf(Outcome.Defect.class);
        assertThat(outcome.toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "result = len",
                "result = [lambda: 1]",
                "result = {'f': 'a'.upper}",
                "def f(): pass\nresult = (f,)",
                "getattr('a', '__class__')",
                "getattr('a', 'getClass')",
                "getattr('a', 'value')",
                "len.__self__",
                "(lambda: 1).code",
                "load('x.star', 'y')",
                "[].__class__",
            })
    void nothingButDataCrosses(String script) {
        Outcome outcome = Runs.run(script);

        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        assertThat(Runs.problem(outcome).text().toLowerCase(Locale.ROOT))
                .doesNotContain("java", "dev.tollgate", "exception");
    }

    @Test
    void argumentsCrossAsFrozenCopies() {
        List<Value> seen = new ArrayList<>();
        Environment environment = Environment.builder()
                .function("keep", arguments -> {
                    seen.add(arguments.positional().getFirst());
                    return HostFunction.Answer.of(None.NONE);
                })
                .build();

        Outcome outcome = Runs.run("x = [1]\nkeep(x)\nx.append(2)\nresult = x", Limits.standard(), environment);

        assertThat(Runs.value(outcome)).isEqualTo("[1, 2]");
        assertThat(seen.getFirst()).isInstanceOfSatisfying(ListValue.class, list -> {
            assertThat(list.isFrozen()).isTrue();
            assertThat(list.size()).isEqualTo(1);
        });
    }

    @Test
    void answersCrossAsFrozenCopies() {
        Value answer = Data.of(Map.of("a", List.of(1)));
        Environment environment = Environment.builder()
                .function("get", _ -> HostFunction.Answer.of(answer))
                .build();

        Outcome outcome = Runs.run("r = get()\nr['a'].append(2)", Limits.standard(), environment);

        assertThat(Runs.problem(outcome).message()).contains("cannot change a frozen list");
        assertThat(Data.toJava(answer)).isEqualTo(Map.of("a", List.of(1L)));
    }

    @Test
    void dataOfTheEnvironmentIsFrozen() {
        Environment environment =
                Environment.builder().data("shared", List.of(List.of(1))).build();

        assertThat(Runs.problem(Runs.run("shared.append(1)", Limits.standard(), environment))
                        .message())
                .contains("cannot change a frozen list");
        assertThat(Runs.problem(Runs.run("shared[0].append(1)", Limits.standard(), environment))
                        .message())
                .contains("cannot change a frozen list");
    }

    @Test
    void aHostFunctionCannotBeHandedOut() {
        Environment environment = Environment.builder()
                .function(
                        "get",
                        arguments ->
                                HostFunction.Answer.of(arguments.positional().getFirst()))
                .build();

        Outcome outcome = Runs.run("get(get)", Limits.standard(), environment);

        assertThat(Runs.problem(outcome).message()).contains("a function cannot leave the script");
    }

    private static void assertLimit(Outcome outcome, Limit limit) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.LimitReached.class,
                        reached -> assertThat(reached.limit()).isEqualTo(limit));
    }
}
