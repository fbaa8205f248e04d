package dev.tollgate.bench.savings.catalogue;

import java.util.Locale;
import java.util.Optional;

/** What a field holds: how JSON Schema says it, and, by the kind's name, what the made-up data has there. */
public enum Kind {
    STRING("string"),
    TEXT("string"),
    INT("integer"),
    NUMBER("number"),
    BOOL("boolean"),
    DATE("string", "date"),
    DATETIME("string", "date-time"),
    URI("string", "uri"),
    /** The identifier of a record of another collection of the server. */
    ID("string"),
    ENUM("string"),
    STRINGS("array"),
    SHAPE("object"),
    /** A list of objects of one shape. */
    SHAPES("array"),
    PERSON("string"),
    EMAIL("string", "email"),
    BILLING_EMAIL("string", "email"),
    JOB("string"),
    PHONE("string"),
    COLLEAGUE("string", "email"),
    COLLEAGUE_NAME("string"),
    COMPANY("string"),
    DOMAIN("string"),
    TITLE("string"),
    SENTENCE("string"),
    LETTER("string"),
    ARTICLE("string"),
    CHATTER("string"),
    WORD("string"),
    PERCENT("integer"),
    POINTS("integer"),
    MINUTES("integer"),
    TERMS("integer"),
    /** Cents. */
    AMOUNT("integer"),
    KEY("string"),
    PRODUCT("string"),
    SPRINT("string"),
    /** The beginning of a meeting, in working hours. */
    SLOT("string", "date-time"),
    SLOT_END("string", "date-time"),
    ZONE("string"),
    ROOM("string"),
    CHANNEL("string"),
    FILENAME("string"),
    MIME("string"),
    REFERENCE("string"),
    SERIAL("string"),
    VAT("string"),
    CRON("string"),
    HASH("string"),
    HOST("string"),
    VERSION("string"),
    BRANCH("string"),
    SQL("string"),
    METRIC("string");

    private final String type;
    private final String format;

    Kind(String type) {
        this(type, "");
    }

    Kind(String type, String format) {
        this.type = type;
        this.format = format;
    }

    static Kind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The type in JSON Schema. */
    public String type() {
        return type;
    }

    Optional<String> format() {
        return format.isEmpty() ? Optional.empty() : Optional.of(format);
    }

    /** Whether it is too long for lists, which show records in short. */
    public boolean isLong() {
        return this == TEXT || this == LETTER || this == ARTICLE;
    }

    boolean isMoment() {
        return this == DATE || this == DATETIME || this == SLOT;
    }
}
