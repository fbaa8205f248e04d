package dev.tollgate.bench.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tollgate.bench.process.Usage;
import dev.tollgate.gateway.code.ToolCaller;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Many scripts at once, each of which waits for the answer to a call of its own.
 *
 * @param right scripts that gave what their own call was answered
 * @param heapBytes that all of them held together while they waited
 * @param otherBytes resident besides: their threads' stacks
 */
public record InFlight(int right, long heapBytes, long otherBytes) {
    /** A key has a quarter of the places. */
    private static final int HOLDERS = 4;

    private static final long WAIT_SECONDS_MAX = 60;
    private static final long LOOK_MILLIS = 5;

    static InFlight of(int scripts) throws InterruptedException {
        try (ScriptStand stand = new ScriptStand()) {
            stand.run(Scripts.FIVE_CALLS);
            Map<Integer, CompletableFuture<ToolCaller.Answer>> open = new ConcurrentHashMap<>();
            Map<Integer, String> results = new ConcurrentHashMap<>();
            CountDownLatch ended = new CountDownLatch(scripts);
            Memory before = Memory.now();
            for (int i = 0; i < scripts; i++) {
                int number = i;
                stand.start(
                        Scripts.waiting(number),
                        "key " + number % HOLDERS,
                        (_, _, _, _) -> open.computeIfAbsent(number, _ -> new CompletableFuture<>()),
                        end -> {
                            results.put(number, String.valueOf(end.result()));
                            ended.countDown();
                        });
            }
            await("each script to call", () -> open.size() == scripts);
            Memory waiting = Memory.now();
            open.forEach((number, answer) -> answer.complete(answer(number)));
            if (!ended.await(WAIT_SECONDS_MAX, TimeUnit.SECONDS)) {
                throw new IllegalStateException(ended.getCount() + " scripts did not end");
            }
            int right = (int) results.entrySet().stream()
                    .filter(each -> each.getValue().equals(result(each.getKey())))
                    .count();
            return new InFlight(right, waiting.heap - before.heap, waiting.other - before.other);
        }
    }

    private static String result(int number) {
        return "{\"n\":" + number + "}";
    }

    private static ToolCaller.Answer answer(int number) {
        return new ToolCaller.Answer.Result(("{\"structuredContent\":" + result(number) + "}").getBytes(UTF_8));
    }

    private static void await(String what, BooleanSupplier there) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS_MAX);
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /**
     * After a collection. Where the heap's pages are touched at the start, what is resident besides changes with stacks alone.
     */
    private record Memory(long heap, long other) {
        static Memory now() {
            System.gc();
            Runtime machine = Runtime.getRuntime();
            return new Memory(
                    machine.totalMemory() - machine.freeMemory(),
                    Usage.of(ProcessHandle.current().pid()).residentBytes());
        }
    }
}
