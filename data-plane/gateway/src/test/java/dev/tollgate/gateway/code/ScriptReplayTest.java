package dev.tollgate.gateway.code;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.code.ScriptEnd.Kind;
import dev.tollgate.model.config.ScriptMaxima;
import dev.tollgate.model.config.ServerConfig;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Scripts that are ended for questions and run again with the answers. */
class ScriptReplayTest {
    private static final ScriptMaxima LIMITS = new ScriptMaxima(1_000_000, 8 << 20, 100_000, 60, 30);
    private static final int JOURNAL_BYTES = 64 << 10;
    private static final int RUNS_MAX = 70;

    private final ShownWorld world = new ShownWorld();
    private final ScriptTools tools;
    private final List<String> counted = new CopyOnWriteArrayList<>();
    private final ScriptRunner runner =
            new ScriptRunner(new ScriptRunner.Bounds(16, 16, 2, 64 << 20, 1L << 30), new ScriptMetrics() {
                @Override
                public void scriptEnded(Kind kind, long nanos) {
                    counted.add(kind.name());
                }

                @Override
                public void boundHit(String bound) {
                    counted.add(bound);
                }
            });

    ScriptReplayTest() {
        ServerConfig crm = world.server("crm");
        for (String tool : List.of("find", "read", "erase", "big")) {
            world.tool(crm, tool);
        }
        tools = world.scripts("crm__*");
    }

    @AfterEach
    void close() {
        runner.close();
    }

    /** A server whose tools answer the same to the same, and before some calls of which somebody is asked. */
    private static final class Server implements ToolCaller {
        final List<String> made = new CopyOnWriteArrayList<>();
        final Set<Integer> agreed = ConcurrentHashMap.newKeySet();
        private final long seed;
        /** Whether somebody is there who answers at once. */
        private final boolean atOnce;

        Server(long seed, boolean atOnce) {
            this.seed = seed;
            this.atOnce = atOnce;
        }

        @Override
        public CompletableFuture<Answer> call(ScriptTool tool, int number, boolean asked, byte[] arguments) {
            String call = tool.name() + new String(arguments, UTF_8);
            Random mind = new Random(seed ^ call.hashCode());
            boolean asks = tool.name().equals("erase") || mind.nextInt(6) == 0;
            boolean agrees = mind.nextInt(3) > 0;
            if (asks && !atOnce && !(asked && agreed.contains(number))) {
                return CompletableFuture.completedFuture(new Answer.Asks(call.getBytes(UTF_8)));
            }
            if (asks && !agrees) {
                return CompletableFuture.completedFuture(new Answer.Refused("did not agree to " + call));
            }
            made.add(call);
            int n = mind.nextInt(100);
            String said = n < 20
                    ? "{\"isError\":true,\"content\":[{\"type\":\"text\",\"text\":\"no " + n + "\"}]}"
                    : tool.name().equals("big")
                            ? "{\"structuredContent\":{\"n\":" + n + ",\"t\":\"" + noise(mind, 40_000) + "\"}}"
                            : "{\"structuredContent\":{\"n\":" + n + "}}";
            return CompletableFuture.supplyAsync(
                    () -> new Answer.Result(said.getBytes(UTF_8)),
                    CompletableFuture.delayedExecutor(n % 3, TimeUnit.MILLISECONDS));
        }
    }

    private static String noise(Random random, int chars) {
        return random.ints(chars, 0, 62)
                .map(i -> i < 10 ? '0' + i : i < 36 ? 'a' + i - 10 : 'A' + i - 36)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private ScriptEnd run(String code, Pauses pauses, ToolCaller caller) throws InterruptedException {
        BlockingQueue<ScriptEnd> ends = new LinkedBlockingQueue<>();
        assertThat(runner.start(new Script(code, tools, LIMITS, "key", pauses), caller, ends::add))
                .isPresent();
        ScriptEnd end = ends.poll(60, TimeUnit.SECONDS);
        if (end == null) {
            throw new AssertionError("the script did not end");
        }
        return end;
    }

    /** Runs a script until nobody is to be asked any more, each question answered before the next run. */
    private ScriptEnd runInRounds(String code, Server server, List<Integer> questions) throws InterruptedException {
        byte[] journal = {};
        for (int i = 0; i < RUNS_MAX; i++) {
            ScriptEnd end = run(code, new Pauses(journal, true, JOURNAL_BYTES), server);
            ScriptEnd.Pause pause = end.pause();
            if (pause == null) {
                return end;
            }
            assertThat(end.kind()).isEqualTo(Kind.ASKED);
            pause.questions().forEach(each -> {
                questions.add(each.number());
                server.agreed.add(each.number());
            });
            journal = pause.journal();
        }
        throw new AssertionError("it asks on and on");
    }

    private static String random(Random random) {
        StringBuilder code = new StringBuilder("t = 0\ndef f(x):\n    r = try_call(crm.read, n=x, o=1)\n"
                + "    return r.value[\"n\"] if r.ok else len(r.error)\n");
        int statements = 1 + random.nextInt(6);
        for (int i = 0; i < statements; i++) {
            String tool = List.of("find", "read", "erase").get(random.nextInt(3));
            code.append(
                    switch (random.nextInt(6)) {
                        case 0 ->
                            "r = try_call(crm.%s, n=t)\nt += r.value[\"n\"] if r.ok else 1\nprint(t)\n".formatted(tool);
                        case 1 -> "for i in range(%d):\n    t += f(t + i)\n".formatted(random.nextInt(4));
                        case 2 ->
                            ("for r in parallel([lambda i=i: try_call(crm.%s, n=t, i=i) for i in range(%d)]):\n"
                                            + "    t += r.value[\"n\"] if r.ok else 3\n")
                                    .formatted(tool, random.nextInt(12));
                        case 3 ->
                            ("for x in parallel([lambda: f(t), lambda: try_call(crm.%s, n=t),"
                                            + " lambda: f(t + 1), lambda: try_call(crm.erase, k=t)]):\n    print(x)\n    t += 1\n")
                                    .formatted(tool);
                        case 4 -> "crm.%s(m=t)\n".formatted(tool);
                        default -> "if t %% 2 == 0:\n    print(try_call(crm.%s, even=t))\n".formatted(tool);
                    });
        }
        return code.append("result = t\n").toString();
    }

    @Test
    void aScriptThatIsEndedForQuestionsDoesWhatOneDoesWhosePersonAnswersAtOnce() throws Exception {
        int asked = 0;
        for (long seed = 0; seed < 300; seed++) {
            String code = random(new Random(seed));
            Server whole = new Server(seed, true);
            Server rounds = new Server(seed, false);
            List<Integer> questions = new ArrayList<>();

            ScriptEnd straight = run(code, Pauses.NEVER, whole);
            ScriptEnd again = runInRounds(code, rounds, questions);

            asked += questions.size();
            assertThat(again)
                    .as("seed %d: %s", seed, code)
                    .returns(straight.kind(), ScriptEnd::kind)
                    .returns(straight.result(), ScriptEnd::result)
                    .returns(straight.output(), ScriptEnd::output)
                    .returns(straight.words(), ScriptEnd::words)
                    .returns(straight.toolCalls(), ScriptEnd::toolCalls);
            assertThat(rounds.made).as("seed %d: %s", seed, code).containsExactlyInAnyOrderElementsOf(whole.made);
            assertThat(questions).as("seed %d", seed).doesNotHaveDuplicates();
        }
        assertThat(asked).isGreaterThan(300);
    }

    @Test
    void allQuestionsOfCallsSideBySideGoOutAtOnceAndNothingIsCalledTwice() throws Exception {
        Server server = new Server(3, false);
        String code = "parallel([lambda i=i: try_call(crm.erase, n=i) for i in range(9)]"
                + " + [lambda i=i: try_call(crm.find, n=i) for i in range(9)])\n1";
        ScriptEnd first = run(code, new Pauses(new byte[0], true, JOURNAL_BYTES), server);

        ScriptEnd.Pause pause = first.pause();
        assertThat(pause).isNotNull();
        assertThat(pause.questions()).hasSizeGreaterThanOrEqualTo(9);
        pause.questions().forEach(each -> server.agreed.add(each.number()));
        ScriptEnd second = run(code, new Pauses(pause.journal(), true, JOURNAL_BYTES), server);

        assertThat(second.result()).isEqualTo("1");
        assertThat(new HashSet<>(server.made)).hasSameSizeAs(server.made);
    }

    @Test
    void aScriptThatIsAnotherThanBeforeEnds() throws Exception {
        Server server = new Server(3, false);
        ScriptEnd asked =
                run("try_call(crm.find, n=1)\ncrm.erase(n=2)", new Pauses(new byte[0], true, JOURNAL_BYTES), server);
        int before = server.made.size();
        ScriptEnd.Pause pause = asked.pause();
        assertThat(pause).isNotNull();

        ScriptEnd other = run(
                "try_call(crm.find, n=7)\ntry_call(crm.find, n=8)",
                new Pauses(pause.journal(), true, JOURNAL_BYTES),
                server);

        assertThat(other.kind()).isEqualTo(Kind.FAILED);
        assertThat(other.words()).contains("others than they were", "without requestState");
        assertThat(server.made).hasSize(before);
    }

    @Test
    void whatIsTooMuchToBeCarriedRefusesTheCallAndNotTheScript() throws Exception {
        Server server = new Server(5, false);
        ScriptEnd end = run(
                "for i in range(8):\n    try_call(crm.big, n=i)\nr = try_call(crm.erase, n=1)\nr.error",
                new Pauses(new byte[0], true, JOURNAL_BYTES),
                server);

        assertThat(end.kind()).isEqualTo(Kind.DONE);
        assertThat(end.result()).contains("crm.erase: was not called", "65536 bytes");
        assertThat(counted).contains("script-journal");
    }

    @Test
    void aScriptThatHasUpItsRoundsGoesOnWithoutTheCall() throws Exception {
        ScriptEnd end =
                run("try_call(crm.erase, n=1).ok", new Pauses(new byte[0], false, JOURNAL_BYTES), new Server(5, false));

        assertThat(end.kind()).isEqualTo(Kind.DONE);
        assertThat(end.result()).isEqualTo("false");
        assertThat(counted).contains("script-journal");
    }
}
