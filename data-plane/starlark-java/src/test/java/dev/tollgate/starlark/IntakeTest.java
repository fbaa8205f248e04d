package dev.tollgate.starlark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.starlark.fault.Limit;
import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.lib.JsonDecoder;
import dev.tollgate.starlark.meter.Limits;
import dev.tollgate.starlark.value.Dict;
import dev.tollgate.starlark.value.ListValue;
import dev.tollgate.starlark.value.None;
import dev.tollgate.starlark.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are JSON: what becomes of them in a run, and what they cost it. */
class IntakeTest {
    private static final Limits LIMITS = Limits.standard();
    private static final String DAMAGE = "{}[]\",:\\ 0a-.e";

    /** Of a script that calls {@code get()}, which is answered this. */
    private static Outcome run(String script, Limits limits, byte[] json) {
        return run(script, limits, intake -> intake.json(json).whole());
    }

    private static Outcome run(String script, Limits limits, HostFunction.Answer answer) {
        Environment environment = Environment.builder()
                .function("get", _ -> intake -> {
                    try {
                        return answer.taken(intake);
                    } catch (ScriptFault wrong) {
                        throw new HostFailure(wrong.text());
                    }
                })
                .build();
        return Runs.run(script, limits, environment);
    }

    private static String read(String json) {
        return Runs.value(run("result = repr(get())", LIMITS, json.getBytes(UTF_8)));
    }

    @Test
    void aTextIsReadAsAScriptReadsIt() {
        for (String json : List.of(
                "null",
                " true ",
                "-0",
                "12345678901234567890",
                "-1.5e-3",
                "[]",
                "{}",
                "[{}, {}, {\"a\": 1}, {}]",
                "\"a\\u00e4\\n\\ud83d\\ude00\"",
                "\"äß漢😀\"",
                "{\"a\": [1, 2.0, \"x\"], \"\": {\"b\\u0020\": null}}")) {
            assertThat(read(json)).as(json).isEqualTo(Runs.value("result = repr(json.decode(" + quoted(json) + "))"));
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\") + "'";
    }

    @Test
    void objectsThatAreLikeTheOneBeforeAreReadAsWhatTheyAre() {
        assertThat(read("[{\"a\":1,\"b\":2},{\"a\":3,\"b\":4}]"))
                .isEqualTo("[{\"a\": 1, \"b\": 2}, {\"a\": 3, \"b\": 4}]");
        assertThat(read("[{\"a\":1,\"b\":2},{\"a\":3},{\"a\":5,\"b\":6}]"))
                .isEqualTo("[{\"a\": 1, \"b\": 2}, {\"a\": 3}, {\"a\": 5, \"b\": 6}]");
        assertThat(read("[{\"a\":1},{\"a\":3,\"b\":4},{\"b\":5,\"a\":6}]"))
                .isEqualTo("[{\"a\": 1}, {\"a\": 3, \"b\": 4}, {\"b\": 5, \"a\": 6}]");
        assertThat(read("[{\"a\":1,\"b\":2},{\"a\":3,\"b\":4,\"a\":5}]"))
                .isEqualTo("[{\"a\": 1, \"b\": 2}, {\"a\": 5, \"b\": 4}]");
        assertThat(read("[{\"a\":1,\"b\":2},{\"a\" : 3 , \"b\" :4 }, {\"ab\":5,\"b\":6},{\"a\\\"\":7}]"))
                .isEqualTo("[{\"a\": 1, \"b\": 2}, {\"a\": 3, \"b\": 4}, {\"ab\": 5, \"b\": 6}, {\"a\\\"\": 7}]");
        assertThat(read("[{\"a\":{\"a\":1}},{\"a\":{\"b\":2}},{\"a\":[{\"b\":3}]}]"))
                .isEqualTo("[{\"a\": {\"a\": 1}}, {\"a\": {\"b\": 2}}, {\"a\": [{\"b\": 3}]}]");
    }

    @Test
    void aNameThatHadToBeWrittenOtherwiseIsNotTakenForWhatItLooksLike() {
        assertThat(read("[{\"a\\\\\":1},{\"a\\\":2,\\\"b\":3}]")).isEqualTo("[{\"a\\\\\": 1}, {\"a\\\":2,\\\"b\": 3}]");
        for (String json : List.of("[{\"a\\\"b\":1},{\"a\"b\":2}]", "[{\"a\\nb\":1},{\"a\nb\":2}]")) {
            assertThat(run("result = get()", LIMITS, json.getBytes(UTF_8)))
                    .as(json)
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.problem().text()).contains("invalid JSON"));
        }
    }

    /** Random documents, whole and damaged, are read, refused and skipped alike however they come. */
    @Test
    void whicheverWayATextComesTheSameComesOfIt() {
        Random random = new Random(7);
        for (int seed = 0; seed < 5_000; seed++) {
            StringBuilder text = new StringBuilder();
            write(text, random, 0);
            if (random.nextInt(3) == 0) {
                text.setCharAt(random.nextInt(text.length()), DAMAGE.charAt(random.nextInt(DAMAGE.length())));
            }
            String json = text.toString();
            String script = "result = [json.decode(get().strip('x'), 'none')]";
            String within = Runs.value(run(script, LIMITS, intake -> Data.of("x" + json + "x")));

            String read = Runs.value(
                    run("r = try_call(get)\nresult = [r.value if r.ok else 'none']", LIMITS, json.getBytes(UTF_8)));
            String skipped = Runs.value(run("result = try_call(get).ok", LIMITS, intake -> {
                JsonDecoder decoder = intake.json(json);
                decoder.skip();
                decoder.end();
                return None.NONE;
            }));

            assertThat(read).as("seed %d: %s", seed, json).isEqualTo(within);
            assertThat(skipped).as("seed %d: %s", seed, json).isEqualTo(read.equals("[none]") ? "false" : "true");
        }
    }

    private static void write(StringBuilder text, Random random, int depth) {
        text.append(" ".repeat(random.nextInt(5) / 4));
        switch (random.nextInt(depth > 3 ? 5 : 9)) {
            case 0 -> text.append(random.nextInt(-50, 50));
            case 1 -> text.append(random.nextInt(-50, 50) / 4.0);
            case 2 -> text.append(List.of("true", "false", "null").get(random.nextInt(3)));
            case 3, 4 -> string(text, random);
            case 5, 6 -> {
                char before = '[';
                for (int left = random.nextInt(4); left > 0; left--) {
                    write(text.append(before), random, depth + 1);
                    before = ',';
                }
                text.append(before == '[' ? "[]" : "]");
            }
            default -> {
                char before = '{';
                for (int left = random.nextInt(4); left > 0; left--) {
                    string(text.append(before), random);
                    write(text.append(':'), random, depth + 1);
                    before = ',';
                }
                text.append(before == '{' ? "{}" : "}");
            }
        }
        text.append(" ".repeat(random.nextInt(5) / 4));
    }

    private static void string(StringBuilder text, Random random) {
        text.append('"')
                .append(List.of("a", "b", "ab", "", "\\n", "ä", "\\u0061", "漢").get(random.nextInt(8)))
                .append('"');
    }

    @Test
    void whatIsReadIsFrozenThroughout() {
        List<Value> taken = new ArrayList<>();
        Outcome outcome = run("get()", LIMITS, intake -> {
            Value value = intake.json("[{\"a\":[1]},{\"a\":[2]}]").whole();
            taken.add(value);
            return value;
        });

        assertThat(Runs.value(outcome)).isEqualTo("[{a=[1]}, {a=[2]}]");
        assertThat(taken).hasSize(1);
        ListValue list = (ListValue) taken.getFirst();
        assertThat(list.isFrozen()).isTrue();
        for (Value each : list.toArray()) {
            assertThat(((Dict) each).isFrozen()).isTrue();
            assertThat(((ListValue) Objects.requireNonNull(((Dict) each).firstEntry())
                                    .value())
                            .isFrozen())
                    .isTrue();
        }
        for (String change :
                List.of("get()[1]['a'] = 3", "get()[1]['b'] = 3", "get()[1].clear()", "get()[1].pop('a')")) {
            assertThat(Runs.problem(run(change, LIMITS, "[{\"a\":1},{\"a\":2}]".getBytes(UTF_8)))
                            .message())
                    .contains("cannot change a frozen dict");
        }
        assertThat(Runs.value(run(
                        "d = dict(get()[1])\nd['b'] = 3\nresult = [get(), d]",
                        LIMITS,
                        "[{\"a\":1},{\"a\":2}]".getBytes(UTF_8))))
                .isEqualTo("[[{a=1}, {a=2}], {a=2, b=3}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"%s\"]",
                "{\"%s\": 1}",
                "[[1, 2, \"%s\"], 3]",
            })
    void stringsAreChargedBeforeTheyAreMade(String form) {
        byte[] json = form.formatted("x".repeat(100_000)).getBytes(UTF_8);

        assertLimit(run("get()", LIMITS.withMemoryBytes(150_000), json), Limit.MEMORY);
        assertThat(run("get()", LIMITS.withMemoryBytes(300_000), json)).isInstanceOf(Outcome.Completed.class);
    }

    @Test
    void containersAreChargedWhetherOrNotTheyAreAlike() {
        for (String object : List.of("{\"a\":1}", "{}", "[]", "{\"a\":{\"a\":1}}", "1")) {
            byte[] json = ("[" + (object + ",").repeat(9_999) + object + "]").getBytes(UTF_8);

            assertLimit(run("get()", LIMITS.withMemoryBytes(300_000), json), Limit.MEMORY);
            assertLimit(run("get()", LIMITS.withSteps(5_000), json), Limit.STEPS);
        }
        byte[] alike = "[{\"a\":1,\"b\":2},{\"a\":1,\"b\":2}]".getBytes(UTF_8);
        byte[] others = "[{\"a\":1,\"b\":2},{\"b\":1,\"a\":2}]".getBytes(UTF_8);
        assertThat(run("get()", LIMITS, alike).usage().memoryBytes())
                .isEqualTo(run("get()", LIMITS, others).usage().memoryBytes());
    }

    @Test
    void whatIsSkippedCostsStepsAndNoMemory() {
        String json = "{\"long\": \"" + "x".repeat(100_000) + "\", \"list\": [" + "1,".repeat(5_000) + "1], \"a\": 7}";
        HostFunction.Answer last = intake -> {
            JsonDecoder decoder = intake.json(json.getBytes(UTF_8));
            Value value = None.NONE;
            decoder.enterObject();
            for (String name = decoder.member(); name != null; name = decoder.member()) {
                if (name.equals("a")) {
                    value = decoder.value();
                } else {
                    decoder.skip();
                }
            }
            decoder.end();
            return value;
        };

        assertThat(Runs.value(run("result = get()", LIMITS.withMemoryBytes(2_000), last)))
                .isEqualTo("7");
        assertLimit(run("get()", LIMITS.withSteps(3_000), last), Limit.STEPS);
    }

    @Test
    void anAnswerOfTooManyBytesIsNotRead() {
        assertLimit(
                run(
                        "try_call(get)",
                        LIMITS.withHostResultBytes(99),
                        " ".repeat(100).getBytes(UTF_8)),
                Limit.HOST_RESULT);
    }

    /** The script did not write it, so it can catch it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1",
                "{\"a\" 1}",
                "\"\n\"",
                "\"",
                "nul",
                "01",
                "1e999",
                "[1] 2",
                "",
                "{\"a\":1,}",
                "{1:2}",
                "\"\\"
            })
    void whatIsNoJsonIsAFault(String json) {
        assertThat(Runs.value(run("result = try_call(get).error", LIMITS, json.getBytes(UTF_8))))
                .startsWith("get: invalid JSON");
    }

    @Test
    void soIsWhatNoValueCanBe() {
        for (byte[] json : List.of(
                ("[" + "9".repeat(2_000) + "]").getBytes(UTF_8),
                "9".repeat(5_000).getBytes(UTF_8),
                ("[".repeat(101) + "]".repeat(101)).getBytes(UTF_8),
                "{\"a\":".repeat(101).getBytes(UTF_8),
                "\"\u00e4\"".getBytes(ISO_8859_1))) {
            assertThat(Runs.value(run("result = try_call(get).error", LIMITS, json)))
                    .startsWith("get: invalid JSON");
        }
        assertThat(run("get()", LIMITS, ("[".repeat(100) + "]".repeat(100)).getBytes(UTF_8)))
                .isInstanceOf(Outcome.Completed.class);
    }

    @Test
    void nothingOfTheHostsExceptionsShowsWhileItsAnswerIsRead() {
        HostFunction.Answer broken = _ -> {
            throw new IllegalStateException("secret of java.lang");
        };

        assertThat(Runs.problem(run("get()", LIMITS, broken)).message()).isEqualTo("get: failed");
        assertThat(Runs.value(run("result = try_call(get).error", LIMITS, _ -> {
                    throw new HostFailure("no such city");
                })))
                .isEqualTo("get: no such city");
    }

    @Test
    void aListOfWhatWasReadIsOneMore() {
        HostFunction.Answer answer = intake -> {
            Value object = intake.json("{\"a\": 1}").whole();
            Value member = intake.member(object, "a");
            return intake.list(member == null ? List.of() : List.of(member, object));
        };

        assertThat(Runs.value(run("result = get()", LIMITS, answer))).isEqualTo("[1, {a=1}]");
        assertThat(Runs.problem(run("get().append(1)", LIMITS, answer)).message())
                .contains("cannot change a frozen list");
    }

    private static void assertLimit(Outcome outcome, Limit limit) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.LimitReached.class,
                        reached -> assertThat(reached.limit()).isEqualTo(limit));
    }
}
