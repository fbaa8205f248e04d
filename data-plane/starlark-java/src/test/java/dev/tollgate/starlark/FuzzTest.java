package dev.tollgate.starlark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.starlark.fault.CancelStop;
import dev.tollgate.starlark.fault.ScriptFault;
import dev.tollgate.starlark.meter.Interruption;
import dev.tollgate.starlark.meter.Limits;
import dev.tollgate.starlark.value.None;
import dev.tollgate.starlark.value.Parallelism;
import dev.tollgate.starlark.value.Str;
import dev.tollgate.starlark.value.Value;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever the source, a run ends as one of the outcomes that are the script's, and never as a defect; twice the same
 * run ends the same. Scripts are grown from a grammar, or are chunks of the suite with damage done to them. The number of
 * seeds is bounded, and {@code STARLARK_FUZZ_SEEDS} asks for more.
 */
class FuzzTest {
    private static final int SEEDS = 3_000;
    private static final Limits LIMITS = new Limits(20_000, 1 << 20, 5_000, 20_000, 10, 20_000);
    private static final Environment ENVIRONMENT = Environment.builder()
            .function(
                    "host",
                    arguments -> intake -> answer(
                            intake,
                            arguments.positional().isEmpty()
                                    ? None.NONE
                                    : arguments.positional().getLast()))
            .function("refuse", _ -> {
                throw new HostFailure("no");
            })
            .data("data", List.of(1, "two", 3.5))
            .build();

    /** What it was given: a text as the JSON that it is, if it is any. */
    private static Value answer(Intake intake, Value given) {
        try {
            return given instanceof Str text ? intake.json(text.value()).whole() : intake.copy(given);
        } catch (ScriptFault none) {
            return intake.copy(given);
        }
    }

    @Test
    void everyRunEndsAsItMay() throws IOException, URISyntaxException {
        List<Chunk> corpus = corpus();
        int seeds = Integer.parseInt(Objects.requireNonNullElse(System.getenv("STARLARK_FUZZ_SEEDS"), "" + SEEDS));
        long first = Long.parseLong(Objects.requireNonNullElse(System.getenv("STARLARK_FUZZ_FIRST"), "0"));

        for (long seed = first; seed < first + seeds; seed++) {
            String script = script(seed, corpus);
            Outcome outcome = run(script);

            assertThat(outcome).as("seed %d:%n%s", seed, script).isNotInstanceOf(Outcome.Defect.class);
            assertThat(run(script)).as("seed %d again", seed).satisfies(again -> assertSame(outcome, again));
        }
    }

    private static List<Chunk> corpus() throws IOException, URISyntaxException {
        URL folder = Objects.requireNonNull(FuzzTest.class.getResource("/starlark"));
        return Chunk.in(Path.of(folder.toURI()));
    }

    private static String script(long seed, List<Chunk> corpus) {
        Random random = new Random(seed);
        return random.nextBoolean() ? new ScriptGrower(random).script() : new ScriptDamager(random, corpus).script();
    }

    private static Outcome run(String script) {
        int[] asked = {0};
        // Far beyond what the steps allow: an endless run would end here, and red.
        Interruption stuck = _ -> {
            if (++asked[0] > 1_000) {
                throw new CancelStop(true);
            }
        };
        Outcome outcome = Program.compile(script).run(ENVIRONMENT, LIMITS, stuck, Parallelism.sequential());
        assertThat(outcome).as(script).isNotInstanceOf(Outcome.Cancelled.class);
        return outcome;
    }

    private static void assertSame(Outcome one, Outcome other) {
        assertThat(other.getClass()).isEqualTo(one.getClass());
        assertThat(other.output()).isEqualTo(one.output());
        assertThat(other.usage()).isEqualTo(one.usage());
        if (one instanceof Outcome.Failed failed) {
            assertThat(Runs.problem(other)).isEqualTo(failed.problem());
        }
    }
}
