package dev.tollgate.gateway.code;

import dev.tollgate.gateway.policy.ExposedTool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The indexes that were used last. Keys that are shown the same tools share one, and a change of the configuration that
 * leaves these as they are leaves their index too.
 */
final class ToolIndexes {
    static final int KEPT_MAX = 64;

    private final Map<List<Object>, ToolIndex> kept = new LinkedHashMap<>(16, 0.75f, true);

    /** All that an index knows of a tool. */
    private record Words(String server, Object text) {
        static Words of(ExposedTool tool) {
            return new Words(tool.server().name().value(), tool.sameText());
        }
    }

    /** Builds one if there is none; whoever wants the same waits meanwhile. */
    synchronized ToolIndex of(List<ExposedTool> tools) {
        List<Object> texts = tools.stream().<Object>map(Words::of).toList();
        ToolIndex known = kept.get(texts);
        if (known == null) {
            known = new ToolIndex(tools);
            kept.put(texts, known);
            if (kept.size() > KEPT_MAX) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return known;
    }
}
