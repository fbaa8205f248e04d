package dev.tollgate.model.access;

import dev.tollgate.model.condition.Condition;
import java.util.List;

/** What a key may do with a tool. */
public sealed interface Access {
    /** It does not see it: for the key the tool is not there. */
    record Hidden() implements Access {}

    /** It may call it. */
    record Open() implements Access {}

    /**
     * It sees it, and may call it where one of the conditions holds.
     *
     * @param anyOf at least one, each once
     */
    record Conditional(List<Condition> anyOf) implements Access {
        public Conditional {
            anyOf = List.copyOf(anyOf);
            if (anyOf.isEmpty()) {
                throw new IllegalArgumentException("without a condition access is open");
            }
        }
    }
}
