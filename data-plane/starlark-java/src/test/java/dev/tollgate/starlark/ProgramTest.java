package dev.tollgate.starlark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tollgate.starlark.meter.Interruption;
import dev.tollgate.starlark.meter.Limits;
import dev.tollgate.starlark.value.Parallelism;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgramTest {
    private static final Parallelism ON_THREADS = calls -> {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            calls.forEach(threads::execute);
        }
    };

    @Test
    void theValueIsResultOrTheLastExpression() {
        assertThat(Runs.value("result = 1\n2")).isEqualTo("1");
        assertThat(Runs.value("x = 1\nx + 1")).isEqualTo("2");
        assertThat(Runs.value("x = 1")).isEqualTo("null");
        assertThat(Runs.value("1\nx = 2")).isEqualTo("null");
        assertThat(Runs.value("if False: result = 1\n3")).isEqualTo("3");
        assertThat(Runs.value("")).isEqualTo("null");
    }

    @Test
    void saysWhichFieldsOfItsExternalsAScriptCanUse() {
        Program program = Program.compile(
                "def f(x): return a.read(x)\nif False:\n    a.write(b)\nprint(a.read, c.all[0].some, json.encode(1))");

        assertThat(program.externals()).containsExactly("a", "b", "c");
        assertThat(program.fields("a")).contains(Set.of("read", "write"));
        assertThat(program.fields("b")).isEmpty();
        assertThat(program.fields("c")).contains(Set.of("all"));
    }

    @Test
    void tellsItsHostHowMuchMemoryItUses() {
        List<Long> told = new ArrayList<>();

        Outcome outcome = Program.compile("x = 'a' * 1000000\nfor i in range(10000): pass")
                .run(Environment.empty(), Limits.standard(), told::add, Parallelism.sequential());

        assertThat(outcome).isInstanceOf(Outcome.Completed.class);
        assertThat(told).isSorted().last().satisfies(bytes -> assertThat(bytes).isGreaterThan(2_000_000));
    }

    @Test
    void knowsWhatScriptsCanWriteAsNames() {
        assertThat(List.of("a", "_1", "list", "None")).allMatch(Environment::isName);
        assertThat(List.of("", "1a", "a-b", "for", "class", "é")).noneMatch(Environment::isName);
        assertThat(List.of("list", "None", "json")).allMatch(Environment::isBuiltIn);
        assertThat(Environment.isBuiltIn("crm")).isFalse();
    }

    @Test
    void printsInOrder() {
        Outcome outcome = Runs.run("print('a', 1, sep = '-')\nprint([])\nfail('x')");

        assertThat(outcome.output()).isEqualTo("a-1\n[]\n");
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void problemsSayWhereAndWhatInstead() {
        Problem problem = Runs.problem(Runs.run("items = [1]\nfor i in items:\n    print(itens[0])\n"));

        assertThat(problem.text())
                .isEqualTo("3:11: name 'itens' is not defined\n    print(itens[0])\n  hint: did you mean 'items'?");
        assertThat(problem.line()).isEqualTo(3);
        assertThat(problem.column()).isEqualTo(11);
        assertThat(problem.sourceLine()).isEqualTo("    print(itens[0])");
    }

    @Test
    void longLinesAreCutAroundTheProblem() {
        Problem problem = Runs.problem(Runs.run("x = \"" + "y".repeat(500) + "\" + 1"));

        assertThat(problem.column()).isEqualTo(508);
        assertThat(problem.sourceLine()).hasSizeLessThan(161).endsWith("\" + 1");
    }

    @Test
    void undefinedNamesAreToldBeforeAnythingRuns() {
        Outcome outcome = Runs.run("print('started')\nnope()");

        assertThat(outcome.output()).isEmpty();
        assertThat(Runs.problem(outcome).line()).isEqualTo(2);
    }

    @Test
    void whatDoesNotCompileIsAProgramThatEndsSo() {
        Program program = Program.compile("x = = 1");

        assertThat(program.problem()).contains(program.run(Environment.empty()));
        assertThat(program.problem().orElseThrow()).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void oneProgramRunsOnManyThreads() throws Exception {
        Program program = Program.compile("x = [seed]\nfor i in range(2000): x.append(x[-1] + i)\nresult = x[-1]");
        List<Callable<String>> runs = new ArrayList<>();
        for (int seed = 0; seed < 16; seed++) {
            Environment environment = Environment.builder().data("seed", seed).build();
            runs.add(() -> Runs.value(program.run(environment)));
        }

        List<String> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<String> run : threads.invokeAll(runs)) {
                results.add(run.get());
            }
        }

        for (int seed = 0; seed < 16; seed++) {
            assertThat(results.get(seed)).isEqualTo(String.valueOf(seed + 1999 * 2000 / 2));
        }
    }

    @Test
    void hostFunctionsHaveNamespacesAndNamedArguments() {
        Environment environment = Environment.builder()
                .namespace(
                        "crm",
                        Map.of(
                                "find",
                                arguments -> HostFunction.Answer.of(
                                        Data.of(arguments.named().toString()))))
                .function(
                        "echo",
                        arguments -> HostFunction.Answer.of(
                                Data.of(arguments.positional().toString())))
                .build();

        assertThat(Runs.value(Runs.run("crm.find(b = 1, a = 2)", Limits.standard(), environment)))
                .isEqualTo("{b=1, a=2}");
        assertThat(Runs.value(Runs.run("str(crm)", Limits.standard(), environment)))
                .isEqualTo("crm(find = <built-in function crm.find>)");
        assertThat(Runs.problem(Runs.run("crm.fnd()", Limits.standard(), environment))
                        .text())
                .startsWith("1:5: 'crm' value has no field or method 'fnd'")
                .contains("did you mean 'find'?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Environment.builder().data("len", 1))
                .withMessageContaining("built-in");
    }

    @Test
    void parallelCallsAreOnTheirWayTogether() throws InterruptedException {
        CountDownLatch all = new CountDownLatch(3);
        Environment environment = Environment.builder()
                .function("meet", arguments -> {
                    all.countDown();
                    if (!all.await(30, TimeUnit.SECONDS)) {
                        throw new HostFailure("alone");
                    }
                    return HostFunction.Answer.of(arguments.positional().getFirst());
                })
                .function("refuse", _ -> {
                    throw new HostFailure("no");
                })
                .build();
        String script = "seen = []\n"
                + "def pick(x):\n    seen.append(x)\n    return x\n"
                + "got = parallel([lambda: meet(pick(1)), (meet, 2), lambda: try_call(meet, pick(3)),"
                + " lambda: try_call(refuse), lambda: pick(4)])\n"
                + "result = [got[0], got[1], got[2].value, got[3].error, got[4], seen]";

        Outcome outcome = Program.compile(script).run(environment, Limits.standard(), Interruption.none(), ON_THREADS);

        assertThat(Runs.value(outcome)).isEqualTo("[1, 2, 3, refuse: no, 4, [1, 3, 4]]");
    }

    @Test
    void theFirstFailureOfParallelFailsIt() {
        Environment environment = Environment.builder()
                .function("refuse", arguments -> {
                    throw new HostFailure("no " + arguments.positional().getFirst());
                })
                .build();

        Outcome outcome = Runs.run("parallel([lambda: refuse(1), lambda: refuse(2)])", Limits.standard(), environment);

        assertThat(Runs.problem(outcome).message()).isEqualTo("Error in parallel: refuse: no 1");
    }

    @Test
    void theCacheKeepsTheProgramsLastUsed() {
        ProgramCache cache = new ProgramCache(2);
        Program one = cache.get("1");
        cache.get("2");
        assertThat(cache.get("1")).isSameAs(one);

        cache.get("3");

        assertThat(cache.get("1")).isSameAs(one);
        assertThat(cache.size()).isEqualTo(2);
        assertThat(cache.hits()).isEqualTo(2);
        assertThat(cache.misses()).isEqualTo(3);
    }

    @Test
    void dataGoesThereAndBack() {
        Map<String, Object> data = Map.of("a", List.of(1L, 2.5, "x", true), "b", Map.of());

        assertThat(Data.toJava(Data.of(data))).isEqualTo(data);
        assertThatIllegalArgumentException().isThrownBy(() -> Data.of(new Object()));
        List<Object> loop = new ArrayList<>();
        loop.add(loop);
        assertThatIllegalArgumentException().isThrownBy(() -> Data.of(loop));
    }
}
