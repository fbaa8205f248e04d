package dev.tollgate.starlark;

import dev.tollgate.starlark.meter.Interruption;
import dev.tollgate.starlark.meter.Limits;
import dev.tollgate.starlark.value.Parallelism;
import dev.tollgate.starlark.value.Value;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.stream.IntStream;

/** Measures by hand; no check depends on it. Run its main method: the README says how. */
final class Measurement {
    private static final String FIVE_CALLS = """
            found = []
            for query in ["a", "b", "c", "d", "e"]:
                answer = tools.search(query = query, limit = 10)
                for hit in answer["hits"]:
                    if hit["score"] > 3:
                        found.append({"id": hit["id"], "title": f"{hit['title']} ({hit['score']})"})
            found = sorted(found, key = lambda f: f["id"])
            result = {"count": len(found), "first": found[:3]}
            """;
    private static final String MILLION = """
            def count(n):
                total = 0
                for i in range(n):
                    total += i
                return total
            count(1000000)
            """;
    private static final String MILLION_WITH_CONDITION = """
            def count(n):
                total = 0
                for i in range(n):
                    if i % 3 == 0:
                        total += i * 2
                return total
            count(1000000)
            """;
    private static final Limits AMPLE = Limits.standard().withSteps(Long.MAX_VALUE);

    private Measurement() {}

    public static void main(String[] arguments) {
        Environment environment = Environment.builder()
                .namespace("tools", Map.of("search", Measurement::search))
                .build();
        long cold = cpuNanos();
        run(Program.compile(FIVE_CALLS), environment);
        System.out.printf("cold compile and run of five calls: %.1f ms%n", millis(cold));
        Program five = Program.compile(FIVE_CALLS);
        repeat("warm run of five calls", 20_000, () -> run(five, environment));
        repeat("warm compilation of five calls", 20_000, () -> Program.compile(FIVE_CALLS));
        Program million = Program.compile(MILLION);
        repeat("a million iterations", 30, () -> run(million, environment));
        Program conditional = Program.compile(MILLION_WITH_CONDITION);
        repeat("a million iterations with a condition", 30, () -> run(conditional, environment));
    }

    private static final Value ANSWER = Data.of(Map.of(
            "hits",
            IntStream.range(0, 10)
                    .mapToObj(i -> Map.of("id", "id-" + i, "title", "Title " + i, "score", i))
                    .toList()));

    private static Value search(HostFunction.Arguments arguments) {
        return ANSWER;
    }

    private static void run(Program program, Environment environment) {
        Outcome outcome = program.run(environment, AMPLE, Interruption.none(), Parallelism.sequential());
        if (!(outcome instanceof Outcome.Completed)) {
            throw new IllegalStateException(outcome.toString());
        }
    }

    private static void repeat(String what, int times, Runnable work) {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long start = cpuNanos();
            for (int i = 0; i < times; i++) {
                work.run();
            }
            best = Math.min(best, millis(start) / times);
        }
        System.out.printf("%s: %.4f ms%n", what, best);
    }

    /** Of this thread alone, so that a busy machine changes little. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double millis(long since) {
        return (cpuNanos() - since) / 1e6;
    }
}
