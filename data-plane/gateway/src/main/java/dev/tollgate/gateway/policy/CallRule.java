package dev.tollgate.gateway.policy;

import dev.tollgate.model.condition.Arguments;
import dev.tollgate.model.condition.CallFacts;
import dev.tollgate.model.condition.Condition;
import dev.tollgate.model.condition.Verdict;
import dev.tollgate.model.event.RefusalReason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a call to a visible tool must fulfil beyond that: a condition on the key's grants, or a change of the tool that
 * waits for approval. Most tools have none.
 */
public final class CallRule {
    private final List<Condition> anyOf;
    private final @Nullable CompiledConditions conditions;
    private final @Nullable PendingSchema pending;

    private CallRule(List<Condition> anyOf, @Nullable CompiledConditions conditions, @Nullable PendingSchema pending) {
        this.anyOf = anyOf;
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
        return new CallRule(List.of(), null, pending);
    }

    /**
     * @param before the tool's rule without the conditions
     */
    static CallRule of(List<Condition> anyOf, CompiledConditions conditions, @Nullable CallRule before) {
        return new CallRule(anyOf, conditions, before == null ? null : before.pending);
    }

    /** Whether a condition stands on the use of the tool. */
    public boolean isConditional() {
        return conditions != null;
    }

    /** Why the call is refused; null if it is not. */
    public @Nullable Refusal refusal(ExposedTool tool, Call call) {
        if (conditions != null && !isMet(conditions, tool, call)) {
            return new Refusal(
                    RefusalReason.CONDITION_NOT_MET,
                    "Tool " + tool.exposedName() + " was not called: the condition set by your administrator on its use"
                            + " is not met by this call. Other arguments may meet it; if they should not have to, ask"
                            + " your administrator.");
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

    private boolean isMet(CompiledConditions compiled, ExposedTool tool, Call call) {
        Map<String, Object> arguments;
        try {
            arguments = Arguments.of(call.arguments());
        } catch (IllegalArgumentException e) {
            return false;
        }
        CallFacts facts = new CallFacts(
                arguments,
                call.agentName(),
                call.agentVersion(),
                call.source(),
                call.at(),
                tool.server().name().value(),
                tool.tool().name());
        return anyOf.stream().anyMatch(condition -> compiled.ask(condition, facts) == Verdict.HOLDS);
    }
}
