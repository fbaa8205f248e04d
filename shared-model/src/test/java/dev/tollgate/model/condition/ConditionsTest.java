package dev.tollgate.model.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
    private static final String ARGUMENTS = """
            {"amount": 99.5, "count": 7, "huge": 123456789012345678901234567890, "name": "Ada", "tags": ["a", "b"],
             "to": {"country": "DE"}, "nothing": null}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "args.amount < 100                                   ; HOLDS",
                "args.amount > 100                                   ; DOES_NOT_HOLD",
                "args.count == 7 && args.count < 7.5                 ; HOLDS",
                "args.huge > 1e29                                    ; HOLDS",
                "args.name.startsWith('A') && size(args.name) == 3   ; HOLDS",
                "args.name.matches('^A[a-z]+$')                      ; HOLDS",
                "'a' in args.tags && args.tags.all(t, t != 'c')      ; HOLDS",
                "args.to.country in ['DE', 'FR']                     ; HOLDS",
                "args.nothing == null                                ; HOLDS",
                "has(args.absent)                                    ; DOES_NOT_HOLD",
                "args.absent == 1                                    ; FAILED",
                "args.name < 5                                       ; FAILED",
                "args.absent == 1 || agent.name == 'claude'          ; HOLDS",
                "agent.name == 'claude' && agent.version == '2'      ; HOLDS",
                "now.getHours('Europe/Berlin') == 3                  ; HOLDS",
                "now < timestamp('2027-01-01T00:00:00Z')             ; HOLDS",
                "source.ip.inNetwork('10.0.0.0/8')                   ; HOLDS",
                "source.ip.inNetwork('192.168.0.0/16')               ; DOES_NOT_HOLD",
                "source.ip.inNetwork('no network')                   ; FAILED",
                "server.name == 'crm' && tool.name == 'pay'          ; HOLDS",
                "1 / 0 == 1                                          ; FAILED",
            })
    void a_condition_is_asked_of_a_call(String text, Verdict expected) {
        assertThat(compiled(text).of(facts(ARGUMENTS))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "args.amount <          ; 1 ; 14 ; mismatched input",
                "1 + 1                  ; 1 ; 3  ; expected type 'bool'",
                "true && budget < 5     ; 1 ; 9  ; undeclared reference to 'budget'",
                "agent.name < 5         ; 1 ; 12 ; no matching overload",
                "args.x == 'open        ; 1 ; 11 ; token recognition error",
            })
    void a_broken_condition_is_refused_with_the_place_of_its_fault(String text, int line, int column, String message) {
        Compilation compilation = Conditions.compile(new Condition(text));

        assertThat(compilation).isInstanceOfSatisfying(ConditionFault.class, fault -> {
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.column()).isEqualTo(column);
            assertThat(fault.message()).contains(message);
        });
    }

    @Test
    void a_fault_on_a_later_line_is_told_with_that_line() {
        assertThat(Conditions.compile(new Condition("true &&\n  foo")))
                .isInstanceOfSatisfying(ConditionFault.class, fault -> {
                    assertThat(fault.line()).isEqualTo(2);
                    assertThat(fault.column()).isEqualTo(3);
                });
    }

    @Test
    void a_condition_that_costs_too_much_fails_and_ends() {
        String list = "[" + "1,".repeat(200) + "1]";
        String nested = "args.l.all(a, args.l.all(b, args.l.all(c, a + b + c > 0)))";

        assertThat(compiled(nested).of(facts("{\"l\":" + list + "}"))).isEqualTo(Verdict.TOO_COSTLY);
    }

    @Test
    void a_condition_that_goes_through_too_many_elements_costs_too_much() {
        String list = "[" + "1,".repeat(1_000) + "1]";

        assertThat(compiled("args.l.all(x, true)").of(facts("{\"l\":" + list + "}")))
                .isEqualTo(Verdict.TOO_COSTLY);
    }

    @Test
    void long_text_that_is_looked_at_again_and_again_costs_by_its_length() {
        String text = "a".repeat(60_000);
        String again = "args.l.all(x, args.s.matches('(a|aa)+b') || true)";
        String list = "[" + "1,".repeat(30) + "1]";

        assertThat(compiled(again).of(facts("{\"s\":\"" + text + "\",\"l\":" + list + "}")))
                .isEqualTo(Verdict.TOO_COSTLY);
    }

    @Test
    void a_condition_has_bounds() {
        assertThatThrownBy(() -> new Condition("a".repeat(1_001))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Condition("  ")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Conditions.compile(new Condition("(".repeat(400) + "true" + ")".repeat(400))))
                .isInstanceOf(ConditionFault.class);
    }

    @Test
    void arguments_have_bounds_and_are_an_object() {
        assertThatThrownBy(() -> arguments("[1]")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> arguments("{} {}")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> arguments("{\"a\":" + "[".repeat(65) + "]".repeat(65) + "}"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> arguments("{\"a\":\"" + "x".repeat(Arguments.BYTES_MAX) + "\"}"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void arguments_that_two_readers_may_read_differently_are_refused() {
        assertThatThrownBy(() -> arguments("{\"a\":1,\"a\":2}")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> arguments("{\"b\":[{\"a\":1,\"\\u0061\":2}]}"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> arguments("{\"amount\":1,\"Amount\":2}")).isInstanceOf(IllegalArgumentException.class);
        assertThat(arguments("{\"a\":{\"a\":1},\"b\":{\"a\":2}}")).hasSize(2);
    }

    private static CompiledCondition compiled(String text) {
        return switch (Conditions.compile(new Condition(text))) {
            case CompiledCondition compiled -> compiled;
            case ConditionFault fault -> throw new AssertionError(fault);
        };
    }

    private static CallFacts facts(String arguments) {
        return new CallFacts(
                arguments(arguments), "claude", "2", "10.1.2.3", Instant.parse("2026-11-01T02:47:00Z"), "crm", "pay");
    }

    private static Map<String, Object> arguments(String json) {
        return Arguments.of(json.getBytes(StandardCharsets.UTF_8));
    }
}
