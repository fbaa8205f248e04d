package dev.tollgate.gateway.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.gateway.config.TestSnapshots;
import dev.tollgate.gateway.fixture.CountedConditions;
import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.fixture.TestTenant.IssuedKey;
import dev.tollgate.model.access.RequestFilter;
import dev.tollgate.model.condition.Condition;
import dev.tollgate.model.config.Grant;
import dev.tollgate.model.config.ToolPattern;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.event.RefusalReason;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What conditions come to together, in words, reason and counts. */
class CallRuleTest {
    private static final String COSTLY = "args.l.all(x, args.l.all(y, x + y > 0))";
    private static final String LIST = "[" + "1,".repeat(900) + "1]";

    private final TestSnapshots snapshots = new TestSnapshots();
    private final CountedConditions metrics = new CountedConditions();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "args.n < 10                                  ; {'n':5}    ; none                 ; ",
                "args.n < 10                                  ; {'n':50}   ; CONDITION_NOT_MET    ; ",
                "args.n < 10                                  ; {}         ; CONDITION_FAILED     ; FAILED",
                "args.n < 10                                  ; {'n':'a'}  ; CONDITION_FAILED     ; FAILED",
                "args.n < 10                                  ; {'n':1,'N':2} ; CONDITION_FAILED  ; FAILED",
                "costly                                       ; {'l':list} ; CONDITION_TOO_COSTLY ; TOO_COSTLY",
                "args.n <                                     ; {'n':5}    ; CONDITION_BROKEN     ; BROKEN",
                "args.n < 10 | args.n < 100                   ; {'n':50}   ; none                 ; ",
                "args.n < 10 | args.m < 10                    ; {'n':50}   ; CONDITION_FAILED     ; FAILED",
                "args.m < 10 | args.n < 10                    ; {'n':50}   ; CONDITION_FAILED     ; FAILED",
                "args.m < 10 | args.n < 10                    ; {'n':5}    ; none                 ; FAILED",
                "args.n < | args.m < 10 | args.n > 9          ; {'n':5}    ; CONDITION_BROKEN     ; BROKEN FAILED",
            })
    void refusesWithTheReasonAndCountsWhatHasNoAnswer(
            String conditions, String arguments, String reason, @Nullable String counted) {
        // given
        ExposedTool tool = tool(Arrays.stream(conditions.split(" \\| "))
                .map(text -> new Condition(text.replace("costly", COSTLY)))
                .toList());
        // when
        CallRule.Refusal refusal = refusal(tool, arguments);
        // then
        assertThat(refusal == null ? "none" : refusal.reason().name()).isEqualTo(reason);
        assertThat(metrics.counted().stream().map(each -> each.substring("condition/".length())))
                .containsExactlyElementsOf(counted == null ? List.of() : List.of(counted.split(" ")));
    }

    @Test
    void saysOfEachReasonWhatAnAgentCanDoAndNothingOfTheCondition() {
        for (String condition : List.of("args.secret < 10", "args.secret.size() < 1", "args.secret <", COSTLY)) {
            ExposedTool tool = tool(List.of(new Condition(condition)));

            CallRule.Refusal refusal = Objects.requireNonNull(refusal(tool, "{'secret':11,'l':list}"));

            assertThat(refusal.words())
                    .startsWith("Tool crm__find was not called: the condition set by your administrator on its use ")
                    .contains("ask your administrator")
                    .doesNotContain("secret");
        }
    }

    @Test
    void asksConditionsThatTheSnapshotLeftOutAndCountsThem() {
        // given
        ExposedTool tool = tool(List.of(new Condition("args.n < 10")));
        TenantSnapshot without = snapshot(new TestTenant());
        ExposedTool under = tool.under(new GrantConditions(List.of(new Condition("args.n < 20")), without));
        // when, then
        assertThat(refusal(under, "{'n':15}")).isNull();
        assertThat(Objects.requireNonNull(refusal(under, "{'n':25}")).reason())
                .isEqualTo(RefusalReason.CONDITION_NOT_MET);
        assertThat(metrics.counted()).containsExactly("bound/conditions", "bound/conditions");
    }

    private CallRule.@Nullable Refusal refusal(ExposedTool tool, String arguments) {
        byte[] json = arguments.replace('\'', '"').replace("list", LIST).getBytes(UTF_8);
        return Objects.requireNonNull(tool.rule())
                .refusal(tool, new CallRule.Call(json, "", "", "", Instant.EPOCH), metrics);
    }

    /** A tool that a key may call under each of these, in this order. */
    private ExposedTool tool(List<Condition> conditions) {
        TestTenant tenant = new TestTenant();
        tenant.tool(tenant.server("crm", URI.create("http://127.0.0.1:1/mcp")), "find");
        IssuedKey key = tenant.key();
        VirtualKeyConfig old = key.config();
        VirtualKeyConfig conditional = new VirtualKeyConfig(
                old.tenant(),
                old.id(),
                old.environment(),
                old.name(),
                old.credentials(),
                conditions.stream()
                        .map(when -> new Grant(new ToolPattern("*"), when))
                        .toList(),
                old.groups(),
                old.owner(),
                old.modelProvider(),
                old.sources(),
                old.contentLogging(),
                old.revoked(),
                old.expiresAt());
        tenant.put(conditional);
        KeyView view = KeyView.of(snapshot(tenant), conditional);
        return Objects.requireNonNull(view.find("crm__find", RequestFilter.NONE));
    }

    private TenantSnapshot snapshot(TestTenant tenant) {
        snapshots.publish(tenant);
        return Objects.requireNonNull(snapshots.snapshots().ofTenant(tenant.id));
    }
}
