package dev.tollgate.starlark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.starlark.fault.CancelStop;
import dev.tollgate.starlark.fault.Limit;
import dev.tollgate.starlark.meter.Interruption;
import dev.tollgate.starlark.meter.Limits;
import dev.tollgate.starlark.meter.Meter;
import dev.tollgate.starlark.value.Parallelism;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each script works far longer than it may, most of them within one call of a built-in. */
class StepAttackTest {
    private static final String SHARED = "a = [1]\nb = [1]\nfor _ in range(60):\n    a = [a, a]\n    b = [b, b]\n";
    private static final String TUPLES = "a = (1,)\nfor _ in range(60): a = (a, a)\n";
    private static final Limits LIMITS = Limits.standard().withSteps(200_000);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for _ in range(1000000000): pass",
                "[0 for _ in range(1000000000) if False]",
                "def f():\n    for _ in range(100000):\n        for _ in range(100000): pass\nf()",
                "any([False] * 250000)",
                "sum(range(1000000000))",
                "max(range(1000000000))",
                "min(range(1000000000), key = lambda x: 0)",
                "all([True] * 250000)",
                "1 in [0] * 250000",
                "1 in (0,) * 250000",
                "([0] * 250000).index(1)",
                "([0] * 250000).remove(1)",
                "[0] * 250000 == [0.0] * 250000",
                "[0] * 250000 < [0.0] * 250000",
                SHARED + "a == b",
                SHARED + "a < b",
                SHARED + "b in [a]",
                TUPLES + "{a: 1}",
                TUPLES + "a in {}",
                TUPLES + "set([a])",
                "sorted(range(60000), key = lambda x: -x)",
                "sorted([(i * 7919) % 60000 for i in range(60000)])",
                "'a' * 50000 + 'b' in 'a' * 200000",
                "('a' * 200000).find('a' * 50000 + 'b')",
                "('a' * 200000).rfind('b' + 'a' * 50000)",
                "('a' * 200000).count('a' * 50000 + 'b')",
                "('a' * 200000).replace('a' * 50000 + 'b', '')",
                "('a' * 200000).split('a' * 50000 + 'b')",
                "('a' * 200000).partition('a' * 50000 + 'b')",
                "b'a' * 50000 + b'b' in b'a' * 200000",
                "('ab' * 100000).strip('ab' * 1000)",
                "set(range(20000)).issubset(range(1000000000))",
                "x = list(range(3000))\nfor i in range(1000000000): x.pop(0); x.insert(0, 1)",
                "x = (1 << 4000)\nfor _ in range(1000000000): str(x)",
                "'x'.join(['' for _ in range(250000)])",
                "dict([(1, 1)] * 250000)",
                "hash('a' * 4000000)",
            })
    void runsOutOfSteps(String script) {
        Outcome outcome = Runs.run(script, LIMITS);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.LimitReached.class,
                        reached -> assertThat(reached.limit()).isEqualTo(Limit.STEPS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for _ in range(1000000000): pass",
                "sum(range(1000000000))",
                "sorted(range(200000), key = lambda x: -x)",
                "1 in [0] * 250000",
                SHARED + "a == b",
                SHARED + "a < b",
                TUPLES + "{a: 1}",
                "'a' * 50000 + 'b' in 'a' * 200000",
                "('a' * 200000).rfind('b' + 'a' * 50000)",
                "str(list(range(200000)))",
                "json.encode(list(range(200000)))",
                "json.decode('[' + '0,' * 200000 + '0]')",
                "max(range(1000000000))",
            })
    void isCancelledWithinABuiltin(String script) {
        AtomicInteger asked = new AtomicInteger();
        Interruption soon = _ -> {
            if (asked.incrementAndGet() == 4) {
                throw new CancelStop(false);
            }
        };

        Outcome outcome =
                Program.compile(script).run(Environment.empty(), Limits.standard(), soon, Parallelism.sequential());

        assertThat(outcome).isInstanceOf(Outcome.Cancelled.class);
        // A built-in charges the elements of a container before it looks at them: never more than they are.
        assertThat(outcome.usage().steps()).isLessThan(300_000 + 4L * Meter.POLL_STEPS);
    }

    @Test
    void endsAtItsDeadline() {
        AtomicLong clock = new AtomicLong();
        Interruption deadline = Interruption.after(Duration.ofNanos(10), () -> false, clock::getAndIncrement);

        Outcome outcome = Program.compile("for _ in range(1000000000): pass")
                .run(
                        Environment.empty(),
                        Limits.standard().withSteps(Long.MAX_VALUE),
                        deadline,
                        Parallelism.sequential());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Cancelled.class, c -> assertThat(c.deadline()).isTrue());
    }

    @Test
    void countsTheSameInEveryRun() {
        String script = "x = {str(i): [i] * 10 for i in range(1000)}\nresult = len(str(sorted(x.items())))";

        Outcome one = Runs.run(script);
        Outcome other = Runs.run(script);

        assertThat(one).isInstanceOf(Outcome.Completed.class);
        assertThat(one.usage()).isEqualTo(other.usage());
    }
}
