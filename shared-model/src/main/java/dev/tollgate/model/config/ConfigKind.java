package dev.tollgate.model.config;

/**
 * What a configuration record holds; the second part of its key. {@link #HEAD} closes a revision; {@link #CONNECTION} belongs
 * to none.
 */
public enum ConfigKind {
    TENANT("tenant"),
    ENVIRONMENT("environment"),
    SERVER("server"),
    TOOL("tool"),
    GROUP("group"),
    SUBJECT("subject"),
    KEY("key"),
    PRICE("price"),
    LIMIT("limit"),
    MODEL("model"),
    SIGN_IN("sign-in"),
    PERSON("person"),
    CONNECTION("connection"),
    HEAD("head");

    private final String text;

    ConfigKind(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /**
     * @throws IllegalArgumentException if no kind has that text
     */
    public static ConfigKind of(String text) {
        for (ConfigKind kind : values()) {
            if (kind.text.equals(text)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of configuration is called " + text);
    }
}
