package dev.tollgate.gateway.code;

import dev.tollgate.gateway.policy.ExposedTool;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tool's definition, read; of one that is deeper than is read, nothing. */
record Definition(Map<String, @Nullable Object> members) {
    private static final int SENTENCE_CHARS_MAX = 160;

    static Definition of(ExposedTool tool) {
        try {
            return new Definition(JsonShape.object(JsonData.read(tool.definition())));
        } catch (IOException e) {
            // The tool can be called all the same, and says less of itself.
            return new Definition(Map.of());
        }
    }

    /** All that it says of itself. */
    String description() {
        return JsonShape.text(members.get("description"));
    }

    /** The beginning of that, on one line. */
    String sentence() {
        String line = description().strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        int end = line.indexOf(". ");
        String sentence = end < 0 ? line : line.substring(0, end + 1);
        return sentence.length() <= SENTENCE_CHARS_MAX
                ? sentence
                : sentence.substring(0, SENTENCE_CHARS_MAX).strip() + "…";
    }

    Map<String, @Nullable Object> input() {
        return JsonShape.object(members.get("inputSchema"));
    }

    @Nullable
    Object output() {
        return members.get("outputSchema");
    }
}
