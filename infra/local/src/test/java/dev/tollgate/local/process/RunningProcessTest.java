package dev.tollgate.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningProcessTest {
    @TempDir
    Path folder;

    private Watchdog watchdog;

    @BeforeEach
    void watch() throws IOException {
        watchdog = Watchdog.start();
    }

    @AfterEach
    void letGo() throws IOException {
        watchdog.close();
    }

    @Test
    void endsWithItsChildren() throws Exception {
        var running = run("sleep 1000 & echo $!; wait", StopBy.SIGTERM, Duration.ofSeconds(10));
        var child = firstNumberIn(log());

        running.stop();

        assertThat(running.isAlive()).isFalse();
        await(() -> !isAlive(child));
    }

    @Test
    void isKilledWhenItDoesNotStopInItsGrace() throws Exception {
        var running = run("trap '' TERM; echo 1; while :; do sleep 1000; done", StopBy.SIGTERM, Duration.ofMillis(200));
        firstNumberIn(log());

        running.stop();

        assertThat(running.isAlive()).isFalse();
        assertThat(log()).content().contains("did not stop");
    }

    @Test
    void endsByTheEndOfItsInput() throws Exception {
        var running = run("cat; echo 7", StopBy.END_OF_INPUT, Duration.ofSeconds(10));

        running.stop();

        assertThat(running.exitStatus()).isZero();
        assertThat(firstNumberIn(log())).isEqualTo(7);
    }

    @Test
    void diesWithItsParentHoweverThatDies() throws Exception {
        var parent = parent();
        var child = firstNumberIn(log());
        assertThat(isAlive(child)).isTrue();

        parent.destroyForcibly().waitFor();

        await(() -> !isAlive(child));
    }

    @Test
    void isNotToldOfAnotherStackThatThisShellKnows() throws Exception {
        var parent = parent();
        firstNumberIn(log());

        parent.destroyForcibly().waitFor();

        assertThat(log()).content().contains("kafka at [], logs at [DEBUG]");
    }

    private Process parent() throws IOException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ParentMain.class.getName(),
                        log().toString())
                .inheritIO();
        builder.environment().put("TOLLGATE_KAFKA", "elsewhere");
        builder.environment().put("QUARKUS_LOG_LEVEL", "DEBUG");
        return builder.start();
    }

    /** A program that runs a child and then waits to be killed. */
    static final class ParentMain {
        private static final String CHILD =
                "echo \"kafka at [$TOLLGATE_KAFKA], logs at [$QUARKUS_LOG_LEVEL]\"; echo $$; exec sleep 1000";

        private ParentMain() {}

        public static void main(String[] arguments) throws Exception {
            var log = Path.of(arguments[0]);
            RunningProcess.start(spec(log, CHILD, StopBy.SIGTERM, Duration.ZERO), Watchdog.start());
            Thread.sleep(Duration.ofMinutes(5));
        }
    }

    private RunningProcess run(String script, StopBy stopBy, Duration grace) throws IOException {
        return RunningProcess.start(spec(log(), script, stopBy, grace), watchdog);
    }

    private static ProcessSpec spec(Path log, String script, StopBy stopBy, Duration grace) {
        return new ProcessSpec(
                "child", List.of("sh", "-c", script), Map.of(), log.resolveSibling("run"), log, stopBy, grace);
    }

    private Path log() {
        return folder.resolve("child.log");
    }

    private static long firstNumberIn(Path log) throws Exception {
        await(() -> numbers(log).findAny().isPresent());
        return Long.parseLong(numbers(log).findFirst().orElseThrow());
    }

    private static java.util.stream.Stream<String> numbers(Path log) {
        try {
            return Files.exists(log)
                    ? Files.readAllLines(log).stream().filter(line -> line.matches("\\d+"))
                    : java.util.stream.Stream.empty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A zombie whose parent is gone and not yet reaped is dead too. */
    private static boolean isAlive(long pid) {
        try {
            return !Files.readString(Path.of("/proc/" + pid + "/stat")).matches("(?s)\\d+ \\(.*\\) [ZX] .*");
        } catch (IOException _) {
            return false;
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        var deadline = Instant.now().plusSeconds(30);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("came true in time").isBefore(deadline);
            Thread.sleep(20);
        }
    }
}
