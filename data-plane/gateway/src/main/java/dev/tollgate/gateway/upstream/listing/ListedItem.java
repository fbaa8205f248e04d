package dev.tollgate.gateway.upstream.listing;

import dev.tollgate.gateway.json.JsonBytes;
import dev.tollgate.gateway.json.Span;
import java.nio.charset.StandardCharsets;

/**
 * One thing that an upstream lists, in its own words; untrusted.
 *
 * @param name its name, URI or URI template
 * @param json the object as it was sent; not to be changed
 * @param nameAt where the name stands in it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ListedItem(String name, byte[] json, Span nameAt) {
    public String text() {
        return new String(json, StandardCharsets.UTF_8);
    }

    /** The object with another name, and all else as it was sent. */
    public byte[] named(String other) {
        return new JsonBytes(json.length + other.length())
                .append(json, 0, nameAt.start())
                .quoted(other)
                .append(json, nameAt.end(), json.length)
                .toBytes();
    }
}
