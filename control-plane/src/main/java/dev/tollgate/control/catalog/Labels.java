package dev.tollgate.control.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What a definition says of itself for people: text of the upstream's, bounded and without control characters. */
record Labels(@Nullable String title, @Nullable String description) {
    private static final int TITLE_CHARS_MAX = 200;
    private static final int DESCRIPTION_CHARS_MAX = 4_000;
    private static final Labels NONE = new Labels(null, null);

    static Labels of(String definition) {
        return HostileJson.object(definition).map(Labels::of).orElse(NONE);
    }

    private static Labels of(JsonNode definition) {
        JsonNode title = definition.path("title");
        JsonNode named =
                title.isTextual() ? title : definition.path("annotations").path("title");
        return new Labels(
                UntrustedText.shown(named.textValue(), TITLE_CHARS_MAX),
                UntrustedText.shown(definition.path("description").textValue(), DESCRIPTION_CHARS_MAX));
    }
}
