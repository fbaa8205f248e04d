package dev.tollgate.gateway.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A cursor over JSON text (RFC 8259) in UTF-8. It refuses whatever is not JSON as it passes it, copies nothing and keeps
 * no tree. Containers may nest {@value #DEPTH_MAX} deep, which also bounds its recursion.
 *
 * <pre>{@code
 * reader.enterObject();
 * while (reader.nextMember()) {
 *     if (reader.keyIs(ID)) { idStart = reader.position(); reader.skipValue(); idEnd = reader.position(); }
 *     else { reader.skipValue(); }
 * }
 * reader.expectEnd();
 * }</pre>
 */
public final class JsonReader {
    /** How deep containers may nest. */
    public static final int DEPTH_MAX = 64;

    private final byte[] bytes;
    private final int end;
    private int at;
    private int depth;
    private boolean first;
    private int keyStart;
    private int keyEnd;
    private boolean keyEscaped;

    /** Reads {@code bytes} from {@code start} up to {@code end}. */
    public JsonReader(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
    }

    public JsonReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    public int position() {
        return at;
    }

    /** The first byte of the next value, or -1 at the end. White space before it is passed over. */
    public int peek() {
        skipWhitespace();
        return at < end ? bytes[at] & 0xff : -1;
    }

    public void enterObject() throws MalformedJson {
        enter('{', "an object should begin");
    }

    public void enterArray() throws MalformedJson {
        enter('[', "an array should begin");
    }

    private void enter(char opening, String what) throws MalformedJson {
        if (peek() != opening) {
            throw malformed(what);
        }
        if (++depth > DEPTH_MAX) {
            throw malformed("nested deeper than " + DEPTH_MAX);
        }
        at++;
        first = true;
    }

    /** Goes to the value of the object's next member; false, and the object is left, if there is none. */
    public boolean nextMember() throws MalformedJson {
        if (!nextItem('}')) {
            return false;
        }
        if (peek() != '"') {
            throw malformed("a member's name should begin");
        }
        keyStart = at + 1;
        keyEscaped = skipString();
        keyEnd = at - 1;
        if (peek() != ':') {
            throw malformed("a colon should follow a member's name");
        }
        at++;
        skipWhitespace();
        return true;
    }

    /** Goes to the array's next element; false, and the array is left, if there is none. */
    public boolean nextElement() throws MalformedJson {
        if (!nextItem(']')) {
            return false;
        }
        skipWhitespace();
        return true;
    }

    private boolean nextItem(char closing) throws MalformedJson {
        int next = peek();
        if (next == closing) {
            at++;
            depth--;
            first = false;
            return false;
        }
        if (!first) {
            if (next != ',') {
                throw malformed("a comma or the container's end should follow");
            }
            at++;
        }
        first = false;
        return true;
    }

    /** Whether the current member has this name, given as its UTF-8 bytes; escapes in the text make no difference. */
    public boolean keyIs(byte[] name) {
        if (keyEscaped) {
            return Arrays.equals(JsonText.decode(bytes, keyStart, keyEnd), name);
        }
        return Arrays.equals(bytes, keyStart, keyEnd, name, 0, name.length);
    }

    /**
     * Whether a reader that ignores the case of names, as Go's does, would take the current member for this one.
     *
     * @param name in ASCII
     */
    boolean keyIsIgnoringCase(byte[] name) {
        int length = keyEnd - keyStart;
        // Folded, a character may take up to three bytes (the Kelvin sign is a k); an escape takes six.
        if (length < name.length || !keyEscaped && length > 3 * name.length) {
            return false;
        }
        return new String(JsonText.decode(bytes, keyStart, keyEnd), StandardCharsets.UTF_8)
                .equalsIgnoreCase(new String(name, StandardCharsets.US_ASCII));
    }

    /** The current member's name. */
    public String key() {
        return JsonText.string(bytes, keyStart - 1, keyEnd + 1);
    }

    /** Where the current member's name begins, its quotation mark included. */
    public int keyPosition() {
        return keyStart - 1;
    }

    /** Passes over one value of any kind. */
    public void skipValue() throws MalformedJson {
        switch (peek()) {
            case '{' -> {
                enterObject();
                while (nextMember()) {
                    skipValue();
                }
            }
            case '[' -> {
                enterArray();
                while (nextElement()) {
                    skipValue();
                }
            }
            case '"' -> skipString();
            case 't' -> skipWord("true");
            case 'f' -> skipWord("false");
            case 'n' -> skipWord("null");
            default -> skipNumber();
        }
        first = false;
    }

    /** Passes over one value and says where it stood. */
    public Span valueSpan() throws MalformedJson {
        skipWhitespace();
        int start = at;
        skipValue();
        return new Span(start, at);
    }

    /** Refuses anything but white space behind the value. */
    public void expectEnd() throws MalformedJson {
        if (peek() != -1) {
            throw malformed("nothing should follow the value");
        }
    }

    /** Passes over a string at its opening quotation mark; true if it holds an escape. */
    private boolean skipString() throws MalformedJson {
        boolean escaped = false;
        at++;
        while (at < end) {
            byte b = bytes[at];
            if (b == '"') {
                at++;
                return escaped;
            }
            if (b == '\\') {
                escaped = true;
                skipEscape();
            } else if (b >= ' ') {
                at++;
            } else if (b < 0) {
                at += multiByteLength();
            } else {
                throw malformed("a control character stands in a string");
            }
        }
        throw malformed("a string has no end");
    }

    private void skipEscape() throws MalformedJson {
        int kind = at + 1 < end ? bytes[at + 1] : -1;
        switch (kind) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at += 2;
            case 'u' -> {
                for (int i = at + 2; i < at + 6; i++) {
                    if (i >= end || Character.digit(bytes[i], 16) < 0) {
                        throw malformed("an escape is cut short");
                    }
                }
                at += 6;
            }
            default -> throw malformed("an unknown escape");
        }
    }

    private int multiByteLength() throws MalformedJson {
        int length = Utf8.sequenceLength(bytes, at, end);
        if (length == 0) {
            throw malformed("not UTF-8");
        }
        return length;
    }

    private void skipWord(String word) throws MalformedJson {
        for (int i = 0; i < word.length(); i++, at++) {
            if (at >= end || bytes[at] != word.charAt(i)) {
                throw malformed("an unknown word");
            }
        }
    }

    private void skipNumber() throws MalformedJson {
        if (at < end && bytes[at] == '-') {
            at++;
        }
        if (at < end && bytes[at] == '0') {
            at++;
        } else {
            skipDigits();
        }
        if (at < end && bytes[at] == '.') {
            at++;
            skipDigits();
        }
        if (at < end && (bytes[at] == 'e' || bytes[at] == 'E')) {
            at++;
            if (at < end && (bytes[at] == '+' || bytes[at] == '-')) {
                at++;
            }
            skipDigits();
        }
    }

    private void skipDigits() throws MalformedJson {
        int start = at;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        if (at == start) {
            throw malformed(at == end ? "the text ends early" : "a value should stand");
        }
    }

    private void skipWhitespace() {
        while (at < end) {
            byte b = bytes[at];
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return;
            }
            at++;
        }
    }

    /** A refusal at the cursor, for callers that ask more of the text than that it be JSON. */
    public MalformedJson malformed(String why) {
        return new MalformedJson(why, at);
    }
}
