package dev.tollgate.gateway.code;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The arguments of a call of Tollgate's own tools; a model wrote them. */
record Request(Map<String, @Nullable Object> given) {
    private static final int SHOWN_CHARS_MAX = 200;

    /** What is wrong with them, behind the tool's name. */
    static final class Bad extends Exception {
        private static final long serialVersionUID = 1;

        Bad(String message) {
            super(message, null, false, false);
        }
    }

    String text(String name) throws Bad {
        if (given.get(name) instanceof String text) {
            return text;
        }
        throw new Bad("needs " + name + ", a string");
    }

    @Nullable
    String optionalText(String name) throws Bad {
        return given.get(name) == null ? null : text(name);
    }

    @Nullable
    Integer number(String name) throws Bad {
        Object value = given.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Long number && number == (int) (long) number) {
            return (int) (long) number;
        }
        throw new Bad("takes as " + name + " a whole number");
    }

    boolean flag(String name) throws Bad {
        Object value = given.get(name);
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        throw new Bad("takes as " + name + " true or false");
    }

    /** What stands there, if anything does, is handed on as it was sent. */
    void checkObject(String name) throws Bad {
        Object value = given.get(name);
        if (value != null && !(value instanceof Map<?, ?>)) {
            throw new Bad("takes as " + name + " an object");
        }
    }

    static String shown(String text) {
        return text.length() <= SHOWN_CHARS_MAX ? text : text.substring(0, SHOWN_CHARS_MAX) + "…";
    }
}
