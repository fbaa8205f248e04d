package dev.tollgate.gateway.json;

import java.util.ArrayList;
import java.util.List;

/** The elements of an array as spans of its bytes. */
public final class JsonArrays {
    private JsonArrays() {}

    /**
     * @throws MalformedJson if there is no array at the reader's cursor, or it has more than {@code elementsMax} elements
     */
    public static List<Span> elements(JsonReader reader, int elementsMax) throws MalformedJson {
        List<Span> spans = new ArrayList<>();
        reader.enterArray();
        while (reader.nextElement()) {
            if (spans.size() == elementsMax) {
                throw reader.malformed("an array has more than " + elementsMax + " elements");
            }
            spans.add(reader.valueSpan());
        }
        return spans;
    }
}
