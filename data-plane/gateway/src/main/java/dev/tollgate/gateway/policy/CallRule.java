package dev.tollgate.gateway.policy;

import dev.tollgate.model.condition.Arguments;
import dev.tollgate.model.condition.CallFacts;
import dev.tollgate.model.condition.Verdict;
import dev.tollgate.model.event.RefusalReason;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a call to a visible tool must fulfil beyond that: a condition on the key's grants, or a change of the tool that
 * waits for approval. Most tools have none.
 */
public final class CallRule {
    private final @Nullable GrantConditions conditions;
    private final @Nullable PendingSchema pending;

    private CallRule(@Nullable GrantConditions conditions, @Nullable PendingSchema pending) {
        this.conditions = conditions;
        this.pending = pending;
    }

    /**
     * One call, as far as rules look at it.
     *
     * @param arguments a JSON object
     * @param agentName empty if the agent gave none; untrusted, like its version
     * @param source the address that it comes from, as text; empty if it has none
     */
    public record Call(byte[] arguments, String agentName, String agentVersion, String source, Instant at) {}

    /**
     * @param words for the agent: they hold nothing of a condition's text, and nothing of a definition that is not approved
     */
    public record Refusal(RefusalReason reason, String words) {}

    static CallRule of(PendingSchema pending) {
        return new CallRule(null, pending);
    }

    /**
     * @param before the tool's rule without the conditions
     */
    static CallRule of(GrantConditions conditions, @Nullable CallRule before) {
        return new CallRule(conditions, before == null ? null : before.pending);
    }

    /** Whether a condition stands on the use of the tool. */
    public boolean isConditional() {
        return conditions != null;
    }

    /** Why the call is refused; null if it is not. */
    public @Nullable Refusal refusal(ExposedTool tool, Call call, ConditionMetrics metrics) {
        Refusal unmet = conditions == null
                ? null
                : refusal(
                        conditions,
                        tool.server().name().value(),
                        tool.tool().name(),
                        "Tool " + tool.exposedName() + " was not called",
                        call,
                        metrics);
        if (unmet != null) {
            return unmet;
        }
        String misfit = pending == null ? null : pending.misfit(call.arguments());
        return misfit == null
                ? null
                : new Refusal(
                        RefusalReason.DEFINITION_CHANGED,
                        "Tool " + tool.exposedName()
                                + " was not called: its server has changed it, the change waits for"
                                + " your administrator's approval, and these arguments do not fit it any more ("
                                + misfit + "). Try other arguments, or ask your administrator to look at the change.");
    }

    /**
     * Why conditions refuse the use of what a server offers; null if they do not.
     *
     * @param name under which the server knows it
     * @param refused what did not happen, as the beginning of a sentence
     */
    static @Nullable Refusal refusal(
            GrantConditions conditions,
            String server,
            String name,
            String refused,
            Call call,
            ConditionMetrics metrics) {
        return refusal(verdict(conditions, server, name, call, metrics), refused);
    }

    private static Verdict verdict(
            GrantConditions conditions, String server, String name, Call call, ConditionMetrics metrics) {
        Map<String, Object> arguments;
        try {
            arguments = Arguments.of(call.arguments());
        } catch (IllegalArgumentException e) {
            metrics.conditionUnanswered(Verdict.FAILED);
            return Verdict.FAILED;
        }
        return conditions.ask(
                new CallFacts(arguments, call.agentName(), call.agentVersion(), call.source(), call.at(), server, name),
                metrics);
    }

    private static @Nullable Refusal refusal(Verdict verdict, String refused) {
        return switch (verdict) {
            case HOLDS -> null;
            case DOES_NOT_HOLD ->
                unmet(
                        RefusalReason.CONDITION_NOT_MET,
                        refused,
                        "is not met by this call. Other arguments may meet it; if they should not have to, ask your"
                                + " administrator.");
            case FAILED ->
                unmet(
                        RefusalReason.CONDITION_FAILED,
                        refused,
                        "cannot be decided for this call, as when an argument that it looks at is missing, of another type,"
                                + " ambiguous or too large. Other arguments may meet it; if they should not have to, ask your"
                                + " administrator.");
            case TOO_COSTLY ->
                unmet(
                        RefusalReason.CONDITION_TOO_COSTLY,
                        refused,
                        "takes too much to decide for these arguments. Shorter ones may meet it; if they should not have"
                                + " to, ask your administrator.");
            case BROKEN ->
                unmet(
                        RefusalReason.CONDITION_BROKEN,
                        refused,
                        "cannot be evaluated here, whatever the arguments: ask your administrator to write it anew.");
        };
    }

    private static Refusal unmet(RefusalReason reason, String refused, String why) {
        return new Refusal(reason, refused + ": the condition set by your administrator on its use " + why);
    }
}
