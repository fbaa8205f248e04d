package dev.tollgate.starlark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.starlark.fault.Limit;
import dev.tollgate.starlark.meter.Limits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each script wants far more memory than there is: it must be refused before the memory is taken. */
class MemoryAttackTest {
    private static final long BUDGET_BYTES = 2 << 20;
    private static final Limits LIMITS =
            Limits.standard().withMemoryBytes(BUDGET_BYTES).withSteps(Long.MAX_VALUE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[0] * 1000000000",
                "(0,) * 1000000000",
                "'a' * 2000000000",
                "b'a' * 2000000000",
                "1000000000 * [[]]",
                "x = [1]\nfor _ in range(60): x = x + x",
                "x = [1]\nfor _ in range(60): x += x",
                "x = [1]\nfor _ in range(60): x.extend(x)",
                "x = (1,)\nfor _ in range(60): x = x + x",
                "x = 'a'\nfor _ in range(60): x = x + x",
                "x = b'a'\nfor _ in range(60): x = x + x",
                "x = 'a'\nfor _ in range(60): x += x",
                "x = 'a'\nfor _ in range(60): x = f'{x}{x}'",
                "x = 'a'\nfor _ in range(60): x = '%s%s' % (x, x)",
                "x = 'a'\nfor _ in range(60): x = '{}{}'.format(x, x)",
                "x = 'a'\nfor _ in range(60): x = '{0}{0}'.format(x)",
                "x = 'a'\nfor _ in range(60): x = x.join([x, x])",
                "x = 'ab'\nfor _ in range(60): x = x.replace('a', x)",
                "('a' * 10000).replace('', 'b' * 10000)",
                "('a ' * 200000).split(' ')",
                "('a ' * 200000).split()",
                "('a ' * 200000).rsplit(' ')",
                "('a\\n' * 200000).splitlines()",
                "list(('a' * 200000).elems())",
                "list(range(1000000000))",
                "tuple(range(1000000000))",
                "sorted(range(1000000000))",
                "reversed(range(1000000000))",
                "enumerate(range(1000000000))",
                "for _ in range(4): enumerate([0] * 4000)",
                "zip(range(1000000000), range(1000000000))",
                "set(range(1000000))",
                "dict(zip(range(50000), range(50000)))",
                "bytes(range(1000000000))",
                "[x for x in range(1000000000)]",
                "{x: x for x in range(1000000000)}",
                "x = []\nfor i in range(1000000000): x.append(i)",
                "x = []\nfor i in range(1000000000): x.insert(0, i)",
                "x = {}\nfor i in range(1000000000): x[i] = i",
                "x = {}\nfor i in range(1000000000): x.setdefault(i, i)",
                "x = set()\nfor i in range(1000000000): x.add(i)",
                "x = []\nfor i in range(1000000000): x.append(lambda: i)",
                "x = []\nfor i in range(1000000000): x.append(x.append)",
                "x = []\nfor i in range(1000000000): x.append(struct(i = i))",
                "x = []\nfor i in range(1000000000): x.append(1 << 4000)",
                "x = list(range(20000))\nfor _ in range(100): x = x[:]",
                "x = 'a' * 200000\nfor _ in range(100): x = x[1:] + 'b'",
                "x = 'a' * 200000\nfor _ in range(100): x = x.upper()",
                "def f(*args): return args\nf(*range(1000000000))",
                "x = list(range(20000))\nfor _ in range(20): str(x)",
                "x = list(range(20000))\nfor _ in range(20): repr(x)",
                "x = list(range(20000))\nfor _ in range(20): json.encode(x)",
                "x = [1]\nfor _ in range(40): x = [x, x]\nstr(x)",
                "x = [1]\nfor _ in range(40): x = [x, x]\njson.encode(x)",
                "json.decode('[' + '0,' * 300000 + '0]')",
                "json.encode_indent([[[[0] * 2000]]], indent = ' ' * 1000)",
                "'%1000s' % 1 * 10000",
                "x = {}\nfor i in range(1000000000): x |= {i: i}",
                "x = set([1])\nfor i in range(1000000000): x = x | set([i])",
                "[x.upper for x in ['a'] * 30000]",
            })
    void isRefused(String script) {
        Outcome outcome = Runs.run(script, LIMITS);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.LimitReached.class, reached -> {
            assertThat(reached.limit()).isEqualTo(Limit.MEMORY);
            assertThat(reached.usage().memoryBytes()).isLessThanOrEqualTo(BUDGET_BYTES);
        });
    }
}
