package dev.tollgate.gateway.code;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.code.ScriptEnd.Kind;
import dev.tollgate.model.config.ScriptMaxima;
import dev.tollgate.model.config.ServerConfig;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptRunnerTest {
    private static final ScriptMaxima LIMITS = new ScriptMaxima(200_000, 4 << 20, 10_000, 10, 30);
    private static final ScriptMaxima SHORT = new ScriptMaxima(Long.MAX_VALUE, 4 << 20, 10_000, 10, 1);

    private final ShownWorld world = new ShownWorld();
    private final ServerConfig crm = world.server("crm");
    private final ScriptTools tools;
    private final List<String> counted = new CopyOnWriteArrayList<>();
    private final ScriptRunner runner = runner(16, 12, 64 << 20);
    /** What tools answer, by their names; what is not in here answers never. */
    private final Map<String, String> answers = new ConcurrentHashMap<>();

    private final List<String> called = new CopyOnWriteArrayList<>();
    private final List<CompletableFuture<ToolCaller.Answer>> open = new CopyOnWriteArrayList<>();

    ScriptRunnerTest() {
        world.tool(
                crm,
                "find",
                "\"inputSchema\":{\"type\":\"object\",\"properties\":{\"max-hits\":{\"type\":\"integer\"},"
                        + "\"q\":{\"type\":\"string\"}},\"required\":[\"q\"]}");
        world.tool(crm, "hang");
        world.tool(crm, "fail");
        world.tool(crm, "secret");
        tools = world.scripts("crm__find", "crm__hang", "crm__fail");
        answers.put("find", "{\"content\":[{\"type\":\"text\",\"text\":\"{\\\"n\\\": 7}\"}]}");
        answers.put("fail", "{\"isError\":true,\"content\":[{\"type\":\"text\",\"text\":\"no such customer\"}]}");
    }

    @AfterEach
    void close() {
        runner.close();
    }

    private ScriptRunner runner(int scripts, int perHolder, long memory) {
        return runner(new ScriptRunner.Bounds(scripts, perHolder, 2, memory, 1L << 30));
    }

    private ScriptRunner runner(ScriptRunner.Bounds bounds) {
        return new ScriptRunner(bounds, new ScriptMetrics() {
            @Override
            public void scriptEnded(Kind kind, long nanos) {
                counted.add(kind.name());
            }

            @Override
            public void boundHit(String bound) {
                counted.add(bound);
            }
        });
    }

    private CompletableFuture<ToolCaller.Answer> call(ScriptTool tool, int number, boolean asked, byte[] arguments) {
        called.add(tool.name() + new String(arguments, UTF_8));
        String answer = answers.get(tool.name());
        CompletableFuture<ToolCaller.Answer> future = new CompletableFuture<>();
        if (answer == null) {
            open.add(future);
        } else {
            future.complete(new ToolCaller.Answer.Result(answer.getBytes(UTF_8)));
        }
        return future;
    }

    private ScriptTools tools() {
        return tools;
    }

    private ScriptEnd run(String code) throws InterruptedException {
        return run(code, LIMITS);
    }

    private ScriptEnd run(String code, ScriptMaxima limits) throws InterruptedException {
        BlockingQueue<ScriptEnd> ends = new LinkedBlockingQueue<>();
        assertThat(start(code, limits, "key", ends)).isPresent();
        return end(ends);
    }

    private Optional<ScriptRun> start(String code, ScriptMaxima limits, Object holder, BlockingQueue<ScriptEnd> ends) {
        return runner.start(new Script(code, tools(), limits, holder, Pauses.NEVER), this::call, ends::add);
    }

    private static ScriptEnd end(BlockingQueue<ScriptEnd> ends) throws InterruptedException {
        ScriptEnd end = ends.poll(60, TimeUnit.SECONDS);
        if (end == null) {
            throw new AssertionError("the script did not end");
        }
        return end;
    }

    @Test
    void aScriptCallsToolsAndGivesWhatItMakesOfTheirData() throws Exception {
        ScriptEnd end = run("sum = 0\nfor i in range(3):\n    sum += crm.find(\"x\", max_hits=i)[\"n\"]\n"
                + "print(\"done\")\nresult = {\"sum\": sum}");

        assertThat(end.words()).isEmpty();
        assertThat(end.kind()).isEqualTo(Kind.DONE);
        assertThat(end.result()).isEqualTo("{\"sum\":21}");
        assertThat(end.output()).isEqualTo("done\n");
        assertThat(end.toolCalls()).isEqualTo(3);
        assertThat(called).contains("find{\"q\":\"x\",\"max-hits\":0}");
        assertThat(counted).containsExactly("DONE");
    }

    @Test
    void aResultIsWhatIsStructuredOrElseTheJsonThatATextIsOrElseText() throws Exception {
        answers.put("find", "{\"structuredContent\":{\"a\":1.5},\"content\":[{\"type\":\"text\",\"text\":\"x\"}]}");
        assertThat(run("crm.find('x')").result()).isEqualTo("{\"a\":1.5}");
        answers.put("find", "{\"content\":[{\"type\":\"text\",\"text\":\"[1, 2]\"}]}");
        assertThat(run("crm.find('x')").result()).isEqualTo("[1,2]");
        answers.put("find", "{\"content\":[{\"type\":\"text\",\"text\":\"42\"}]}");
        assertThat(run("crm.find('x')").result()).isEqualTo("\"42\"");
        answers.put("find", "{\"content\":[{\"type\":\"text\",\"text\":\"a\"},{\"type\":\"image\",\"data\":\"b\"}]}");
        assertThat(run("crm.find('x')").result()).isEqualTo("[\"a\",{\"type\":\"image\",\"data\":\"b\"}]");
        answers.put("find", "{\"content\":[]}");
        assertThat(run("crm.find('x')").result()).isNull();
    }

    @Test
    void itIsFoundWhereverItStandsInTheAnswer() throws Exception {
        String text = "\"content\":[{\"type\":\"text\",\"text\":\"why\"}]";
        for (String answer : List.of(
                "{\"isError\":true,\"structuredContent\":{\"a\":1}," + text + "}",
                "{" + text + ",\"structuredContent\":{\"a\":1},\"isError\":true}")) {
            answers.put("find", answer);
            assertThat(run("try_call(crm.find, 'x').error").result()).isEqualTo("\"crm.find: why\"");
        }
        answers.put("find", "{\"structuredContent\":null," + text + ",\"isError\":false,\"_meta\":{\"a\":[1]}}");
        assertThat(run("crm.find('x')").result()).isEqualTo("\"why\"");
        answers.put("find", "{ " + text + " , \"structuredContent\" : [ {\"a\":1} , {\"a\" :2} ] }");
        assertThat(run("crm.find('x')").result()).isEqualTo("[{\"a\":1},{\"a\":2}]");
        answers.put("find", "{\"content\":[{\"type\":\"text\",\"text\":\" {\\\"a\\\": ä} \"}]}");
        assertThat(run("crm.find('x')").result()).isEqualTo("\" {\\\"a\\\": ä} \"");
        answers.put("find", "{\"content\":[]}");
        assertThat(run("crm.find('x')").result()).isNull();
    }

    @Test
    void whatIsMadeOfAnAnswerCountsAsTheScriptsMemory() throws Exception {
        answers.put("find", "{\"structuredContent\":{\"list\":[" + "[],".repeat(200_000) + "[]]}}");
        ScriptEnd end = run("try_call(crm.find, 'x')", new ScriptMaxima(Long.MAX_VALUE, 4 << 20, 10_000, 10, 30));

        assertThat(end.kind()).isEqualTo(Kind.LIMIT);
        assertThat(end.words()).contains("4194304 bytes of memory");
    }

    @Test
    void aToolThatFailsEndsTheScriptUnlessItIsCaught() throws Exception {
        ScriptEnd ended = run("crm.fail()\nprint(1)");
        ScriptEnd caught = run("r = try_call(crm.fail)\n[r.ok, r.error]");

        assertThat(ended.kind()).isEqualTo(Kind.FAILED);
        assertThat(ended.words()).isEqualTo("1:9: crm.fail: no such customer\n    crm.fail()");
        assertThat(caught.result()).isEqualTo("[false,\"crm.fail: no such customer\"]");
    }

    @Test
    void callsAreCheckedByTheStubBeforeTheyAreMade() throws Exception {
        assertThat(run("crm.find(query='x')").words()).contains("crm.find: has no argument query");
        assertThat(run("crm.find(max_hit=1)").words()).contains("did you mean 'max_hits'?");
        assertThat(run("crm.find()").words()).contains("crm.find: needs q: str");
        assertThat(run("crm.find(1, 2, 3)").words()).contains("takes 2 arguments, and was given 3");
        assertThat(run("crm.find('x', q='y')").words()).contains("was given q twice");
        assertThat(run("crm.find(float('nan'))").words()).contains("JSON has no float NaN");
        assertThat(called).isEmpty();
    }

    @Test
    void noneForWhatNeedNotBeGivenIsNotGiven() throws Exception {
        assertThat(run("crm.find('x', max_hits=None)").kind()).isEqualTo(Kind.DONE);

        assertThat(called).containsExactly("find{\"q\":\"x\"}");
    }

    @Test
    void callsInParallelAreUnderWayTogether() throws Exception {
        BlockingQueue<ScriptEnd> ends = new LinkedBlockingQueue<>();
        start("parallel([lambda: crm.hang(i=1), lambda: crm.hang(i=2)])", LIMITS, "key", ends);
        await(2);

        open.get(1).complete(new ToolCaller.Answer.Result(bytes("{\"structuredContent\":{\"n\":2}}")));
        open.get(0).complete(new ToolCaller.Answer.Result(bytes("{\"structuredContent\":{\"n\":1}}")));

        List<String> calls = List.copyOf(called);
        String first = calls.get(0).contains("1") ? "1" : "2";
        assertThat(end(ends).result()).isEqualTo(first.equals("1") ? "[{\"n\":1},{\"n\":2}]" : "[{\"n\":2},{\"n\":1}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crm.secret()",
                "getattr(crm, 'secret')()",
                "getattr(crm, 'sec' + 'ret')",
                "erp.pay()",
                "crm['secret']",
            })
    void aToolOutOfScopeDoesNotExist(String code) throws Exception {
        ScriptEnd end = run(code);

        assertThat(end.kind()).isEqualTo(Kind.FAILED);
        assertThat(called).isEmpty();
    }

    @Test
    void whatThereIsIsToldWithoutWhatIsOutOfScope() throws Exception {
        assertThat(run("[dir(crm), hasattr(crm, 'secret'), getattr(crm, 'secret', 0), str(crm)]")
                        .result())
                .startsWith("[[\"fail\",\"find\",\"hang\"],false,0,")
                .doesNotContain("secret\"");
        assertThat(run("crn.find('x')").words()).contains("did you mean 'crm'?");
    }

    /** The twelve points, as far as the runner has a part in them; the interpreter's own suite has the rest. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = 'a' * 100000000",
                "x = [0] * 100000000",
                "x = []\nfor i in range(10000): x += ['a' * 1000]",
                "for i in range(100000000): pass",
                "'ab' * 1000 in 'a' * 1000000",
                "for i in range(1000): print('a' * 1000)",
                "'a' * 20000",
                "for i in range(11): crm.find('x')",
                "x = 2\nfor i in range(20): x = x * x",
                "def f(g): return g(g)\nf(f)",
                "x = []\nfor i in range(200): x = [x]\nx",
                "parallel([lambda: crm.find('x')] * 11)",
            })
    void anAttackEndsAtALimitAndSaysWhich(String code) throws Exception {
        ScriptEnd end = run(code);

        assertThat(end.kind()).as(end.words()).isIn(Kind.LIMIT, Kind.FAILED);
        assertThat(end.words())
                .doesNotContain("java")
                .doesNotContain("Exception")
                .isNotEmpty();
        assertThat(runner.memoryLeft()).isEqualTo(64 << 20);
    }

    @Test
    void answersThatAreTooLargeAltogetherAreNotTaken() throws Exception {
        answers.put("find", "{\"content\":[{\"type\":\"text\",\"text\":\"" + "a".repeat(3 << 20) + "\"}]}");

        ScriptEnd end = run("a = crm.find('x')\nb = crm.find('x')");

        assertThat(end.kind()).isIn(Kind.LIMIT, Kind.FAILED);
    }

    @Test
    void anAnswerThatNoScriptCanHoldIsAFailure() throws Exception {
        answers.put("find", "{\"structuredContent\":{\"n\":" + "9".repeat(5_000) + "}}");
        assertThat(run("crm.find('x')").words()).contains("answered with what no script can hold");
        answers.put("find", "{\"structuredContent\":" + "[".repeat(500) + "]".repeat(500) + "}");
        assertThat(run("crm.find('x')").words()).contains("answered with what no script can hold");
        answers.put("find", "not JSON");
        assertThat(run("crm.find('x')").words()).contains("answered with what no script can hold");
        answers.put("find", "{\"resultType\":\"input_required\"}");
        assertThat(run("crm.find('x')").words()).contains("asks for more input");
    }

    @Test
    void aScriptEndsWhenItsTimeIsOverWhetherItComputesOrWaits() throws Exception {
        assertThat(run("for i in range(1000000000): pass", SHORT).kind()).isEqualTo(Kind.TIME);
        assertThat(run("try_call(crm.hang)\ncrm.hang()", SHORT).kind()).isEqualTo(Kind.TIME);
        assertThat(run("parallel([lambda: crm.hang()] * 9)", SHORT).kind()).isEqualTo(Kind.TIME);
        assertThat(open).allMatch(CompletableFuture::isCancelled);
    }

    @Test
    void aScriptThatIsCancelledEndsAndCallsOffItsCalls() throws Exception {
        BlockingQueue<ScriptEnd> ends = new LinkedBlockingQueue<>();
        ScriptRun waiting = start("try_call(crm.hang)\nfor i in range(9): try_call(crm.hang)", LIMITS, "key", ends)
                .orElseThrow();
        await(1);

        waiting.cancel();

        assertThat(end(ends).kind()).isEqualTo(Kind.CANCELLED);
        assertThat(open).hasSize(1).allMatch(CompletableFuture::isCancelled);
    }

    @Test
    void scriptsThatWaitTakeTheirHoldersPlacesAndNobodysTurn() throws Exception {
        BlockingQueue<ScriptEnd> ends = new LinkedBlockingQueue<>();
        for (int i = 0; i < 12; i++) {
            assertThat(start("crm.hang()", LIMITS, "waiting", ends)).isPresent();
        }
        await(12);

        assertThat(start("1", LIMITS, "waiting", ends)).isEmpty();
        assertThat(counted).containsExactly("scripts-per-key");
        assertThat(run("1 + 1").result()).isEqualTo("2");

        open.forEach(call -> call.complete(new ToolCaller.Answer.Refused("later")));
        for (int i = 0; i < 12; i++) {
            assertThat(end(ends).kind()).isEqualTo(Kind.FAILED);
        }
    }

    @Test
    void fiftyAttacksAtOnceTakeOnlyTheirHoldersPlacesAndEnd() throws Exception {
        List<String> attacks = List.of(
                "for i in range(100000000): pass",
                "x = []\nfor i in range(10000): x += ['a' * 1000]",
                "for i in range(9): try_call(crm.hang)",
                "sorted([i % 7 for i in range(100000)])",
                "parallel([lambda: crm.hang()] * 9)");
        BlockingQueue<ScriptEnd> ends = new LinkedBlockingQueue<>();
        List<Optional<ScriptRun>> started = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            started.add(start(attacks.get(i % attacks.size()), SHORT, "attacker", ends));
        }

        ScriptEnd other = run("crm.find('x')[\"n\"]");

        assertThat(other.result()).isEqualTo("7");
        int running = (int) started.stream().filter(Optional::isPresent).count();
        assertThat(running).isGreaterThanOrEqualTo(12);
        for (int i = 0; i < running; i++) {
            assertThat(end(ends).kind()).isIn(Kind.TIME, Kind.LIMIT, Kind.FAILED);
        }
        assertThat(run("2").result()).isEqualTo("2");
        assertThat(runner.memoryLeft()).isEqualTo(64 << 20);
    }

    @Test
    void aThousandScriptsWaitOnOneRunnerAndEachIsAnsweredItsOwn() throws Exception {
        // given: a gateway of 4 GiB, whose keys have a quarter of the places each
        int scripts = 1_000;
        BlockingQueue<ScriptEnd> ends = new LinkedBlockingQueue<>();
        Map<String, CompletableFuture<ToolCaller.Answer>> waiting = new ConcurrentHashMap<>();
        CountDownLatch asked = new CountDownLatch(scripts);
        ScriptRunner.Bounds large = ScriptRunner.Bounds.of(4L << 30, 2);
        try (ScriptRunner wide = runner(large)) {
            for (int i = 0; i < scripts; i++) {
                assertThat(wide.start(
                                new Script("crm.hang(i=" + i + ")", tools(), LIMITS, i % 4, Pauses.NEVER),
                                (_, _, _, arguments) -> {
                                    CompletableFuture<ToolCaller.Answer> answer = new CompletableFuture<>();
                                    waiting.put(new String(arguments, UTF_8), answer);
                                    asked.countDown();
                                    return answer;
                                },
                                ends::add))
                        .as("script %d", i)
                        .isPresent();
            }
            assertThat(asked.await(60, TimeUnit.SECONDS)).as("each has called").isTrue();
            assertThat(wide.running()).isEqualTo(scripts);

            // when
            waiting.forEach((arguments, answer) ->
                    answer.complete(new ToolCaller.Answer.Result(bytes("{\"structuredContent\":" + arguments + "}"))));

            // then
            Set<String> results = new HashSet<>();
            for (int i = 0; i < scripts; i++) {
                results.add(end(ends).result());
            }
            assertThat(results).isEqualTo(waiting.keySet()).hasSize(scripts);
            assertThat(counted).hasSize(scripts).containsOnly("DONE");
            assertThat(wide.memoryLeft()).isEqualTo(large.memoryBytes());
        }
    }

    @Test
    void scriptsShareTheirMemoryAndWhoFindsNoneIsTold() throws Exception {
        try (ScriptRunner small = runner(4, 4, 1 << 20)) {
            BlockingQueue<ScriptEnd> ends = new LinkedBlockingQueue<>();
            small.start(
                    new Script("x = 'a' * 1500000\nx = 0", tools(), LIMITS, "key", Pauses.NEVER),
                    this::call,
                    ends::add);

            assertThat(end(ends).kind()).isEqualTo(Kind.BUSY);
            answers.put("find", "{\"content\":[{\"type\":\"text\",\"text\":\"" + "a".repeat(1_500_000) + "\"}]}");
            small.start(new Script("crm.find('x')", tools(), LIMITS, "key", Pauses.NEVER), this::call, ends::add);

            assertThat(end(ends).kind()).isEqualTo(Kind.BUSY);
            assertThat(small.memoryLeft()).isEqualTo(1 << 20);
        }
    }

    @Test
    void aRehearsalComesToItsEndAndCallsAndCountsNothing() throws Exception {
        BlockingQueue<ScriptEnd> ends = new LinkedBlockingQueue<>();

        runner.rehearse(ends::add);

        ScriptEnd end = end(ends);
        assertThat(end.words()).isEmpty();
        assertThat(end.kind()).isEqualTo(Kind.DONE);
        assertThat(end.toolCalls()).isEqualTo(4);
        assertThat(end.result())
                .isEqualTo(
                        "{\"lines\":[{\"name\":\"a\",\"line\":\"a (2.0)\"},{\"name\":\"a\",\"line\":\"a (2.0)\"}],"
                                + "\"counts\":[[\"one\",2],[\"two\",1]],\"together\":4,\"text\":\"{\\\"a\\\":[1,2.5,\\\"x\\\"]}\"}");
        assertThat(end.output()).isEqualTo("1: 1, 2.5, NONE, TRUE, X\n");
        assertThat(called).isEmpty();
        assertThat(counted).isEmpty();
        assertThat(runner.memoryLeft()).isEqualTo(64 << 20);
    }

    @Test
    void aDryRunSaysWhatAScriptMayCallAndCallsNothing() {
        ScriptTools tools = tools();

        assertThat(DryRun.of("if 1: crm.find('x')\nelse: crm.secret()\nerp.pay()", tools))
                .isEqualTo(
                        "crm.find(q: str, max_hits: int = None) -> any:\ncrm.secret does not exist\nerp is not defined");
        assertThat(DryRun.of("c = crm\nc.find('x')", tools).lines()).hasSize(3);
        assertThat(DryRun.of("1 +", tools)).startsWith("It would not run: 1:");
        assertThat(DryRun.of("1", tools)).isEqualTo("It would call no tool.");
        assertThat(called).isEmpty();
    }

    private void await(int calls) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (open.size() < calls && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
        assertThat(open).hasSizeGreaterThanOrEqualTo(calls);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
