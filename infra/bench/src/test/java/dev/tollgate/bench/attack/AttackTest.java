package dev.tollgate.bench.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.starlark.Data;
import dev.tollgate.starlark.Environment;
import dev.tollgate.starlark.HostFunction;
import dev.tollgate.starlark.Outcome;
import dev.tollgate.starlark.Program;
import dev.tollgate.starlark.fault.Limit;
import dev.tollgate.starlark.meter.Limits;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttackTest {
    private static final Environment STUB = Environment.builder()
            .namespace(
                    "stub",
                    Map.of(
                            "echo",
                            _ -> HostFunction.Answer.of(Data.of("said")),
                            "watch",
                            _ -> HostFunction.Answer.of(Data.of("said"))))
            .build();

    @ParameterizedTest
    @EnumSource
    void eachAttackGoesWhereItIsMeantTo(Attack attack) {
        // given
        Program program = Program.compile(attack.code(1));

        // when
        Outcome outcome = program.run(STUB);

        // then
        assertThat(attack.code(1).length()).isLessThanOrEqualTo(Limits.SOURCE_BYTES_MAX);
        switch (attack) {
            case MEMORY, DOUBLING -> assertThat(limit(outcome)).isEqualTo(Limit.MEMORY);
            case STEPS, BUILT_INS -> assertThat(limit(outcome)).isEqualTo(Limit.STEPS);
            case NESTING -> assertThat(limit(outcome)).isEqualTo(Limit.NESTING);
            case OUTPUT -> assertThat(limit(outcome)).isEqualTo(Limit.PRINT);
            // Within a call's answers that come at once, these come to their end.
            case SOURCE, CALLS, TIME -> assertThat(outcome).isInstanceOf(Outcome.Completed.class);
        }
    }

    private static Limit limit(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.LimitReached.class);
        return ((Outcome.LimitReached) outcome).limit();
    }
}
