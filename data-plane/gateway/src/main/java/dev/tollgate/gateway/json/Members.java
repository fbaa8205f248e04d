package dev.tollgate.gateway.json;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where the wanted members of one object stand. A wanted member that occurs twice is refused: two readers of the text
 * might each believe another one. Members that are not wanted are passed over and may repeat.
 */
public final class Members {
    /** Names as UTF-8 bytes, made once. */
    public record Wanted(byte[][] names) {
        public static Wanted of(String... names) {
            byte[][] bytes = new byte[names.length][];
            for (int i = 0; i < names.length; i++) {
                bytes[i] = names[i].getBytes(StandardCharsets.UTF_8);
            }
            return new Wanted(bytes);
        }

        /** The index of the reader's current member among the names; -1 if it is none of them. */
        int indexOfKey(JsonReader reader) {
            for (int i = 0; i < names.length; i++) {
                if (reader.keyIs(names[i])) {
                    return i;
                }
            }
            return -1;
        }

        boolean hasLookalikeOfKey(JsonReader reader) {
            for (byte[] name : names) {
                if (reader.keyIsIgnoringCase(name)) {
                    return true;
                }
            }
            return false;
        }
    }

    private final @Nullable Span[] spans;

    private Members(@Nullable Span[] spans) {
        this.spans = spans;
    }

    /** The span of the wanted name at this index; null if the object has no such member. */
    public @Nullable Span get(int index) {
        return spans[index];
    }

    /** Reads the object at the reader's cursor and leaves it. */
    public static Members read(JsonReader reader, Wanted wanted) throws MalformedJson {
        @Nullable Span[] spans = new Span[wanted.names.length];
        reader.enterObject();
        while (reader.nextMember()) {
            int index = wanted.indexOfKey(reader);
            if (index >= 0 && spans[index] != null) {
                throw reader.malformed("a member occurs twice");
            }
            if (index >= 0) {
                spans[index] = reader.valueSpan();
            } else {
                reader.skipValue();
            }
        }
        return new Members(spans);
    }

    /** Reads the object that stands in this span. */
    public static Members read(byte[] bytes, Span span, Wanted wanted) throws MalformedJson {
        return read(new JsonReader(bytes, span.start(), span.end()), wanted);
    }
}
