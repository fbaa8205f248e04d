package dev.tollgate.model.quota;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.tollgate.model.id.KeyId;
import dev.tollgate.model.id.Slug;
import java.util.UUID;

/**
 * Whom or what a limit holds; as text {@code team:0198…}, {@code tier:pro}.
 *
 * @param id a UUID; for a tier its slug, for a key its public part
 */
public record QuotaSubject(Kind kind, String id) {
    /** What can have a limit. */
    public enum Kind {
        TENANT("tenant"),
        TIER("tier"),
        CUSTOMER("customer"),
        TEAM("team"),
        USER("user"),
        SERVICE("service"),
        KEY("key"),
        SERVER("server"),
        TOOL("tool"),
        TOOL_GROUP("group"),
        /** Has no limits; each of its tiers that ends is counted as one, of calls that it prices. */
        PRICE("price");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** As it stands before the colon. */
        public String text() {
            return text;
        }

        private static Kind of(String text) {
            for (Kind kind : values()) {
                if (kind.text.equals(text)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("nothing of the kind " + text + " has limits");
        }
    }

    public QuotaSubject {
        id = switch (kind) {
            case TIER -> new Slug(id).value();
            case KEY -> new KeyId(id).value();
            case TENANT, CUSTOMER, TEAM, USER, SERVICE, SERVER, TOOL, TOOL_GROUP, PRICE ->
                UUID.fromString(id).toString();
        };
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if it is none
     */
    @JsonCreator
    public static QuotaSubject parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException(
                    "what has a limit is written as kind:id, such as team:<uuid> or tier:pro");
        }
        return new QuotaSubject(Kind.of(text.substring(0, colon)), text.substring(colon + 1));
    }

    @JsonValue
    @Override
    public String toString() {
        return kind.text + ":" + id;
    }
}
