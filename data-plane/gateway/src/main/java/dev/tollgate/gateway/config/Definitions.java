package dev.tollgate.gateway.config;

import dev.tollgate.model.config.ToolConfig;
import java.lang.ref.WeakReference;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One copy of each tool definition, however many tenants connect the same server: definitions are most of what a
 * snapshot weighs. Used by one thread.
 */
final class Definitions {
    private final WeakHashMap<Object, WeakReference<Object>> known = new WeakHashMap<>();

    /** The same tool, its parts shared with every equal one. */
    ToolConfig shared(ToolConfig tool) {
        return new ToolConfig(
                shared(tool.tenant()),
                tool.id(),
                shared(tool.server()),
                shared(tool.name()),
                tool.alias(),
                tool.description(),
                shared(tool.definition()),
                shared(tool.definitionHash()),
                tool.pendingInputSchema(),
                tool.callApproval());
    }

    @SuppressWarnings("unchecked") // what equals a T and was stored under it is a T
    private <T> T shared(T value) {
        WeakReference<Object> reference = known.get(value);
        @Nullable Object found = reference == null ? null : reference.get();
        if (found != null) {
            return (T) found;
        }
        known.put(value, new WeakReference<>(value));
        return value;
    }
}
