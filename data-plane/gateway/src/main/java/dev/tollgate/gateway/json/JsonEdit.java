package dev.tollgate.gateway.json;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An object's text with some of its values replaced or members left out, and all else as it was sent. */
public final class JsonEdit {
    private final byte[] bytes;
    private final Span whole;
    private final List<Change> changes = new ArrayList<>(3);

    public JsonEdit(byte[] bytes, Span whole) {
        this.bytes = bytes;
        this.whole = whole;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Change(Span at, byte[] by) {}

    /**
     * @param value stands within the object; no two changes overlap
     * @param by a JSON value
     */
    public JsonEdit replace(Span value, byte[] by) {
        changes.add(new Change(value, by));
        return this;
    }

    /**
     * Leaves a member of the object out, with the comma that goes with it. Of one object only one.
     *
     * @param keyStart where the member's name begins, its quotation mark included
     */
    public JsonEdit leaveOut(int keyStart, Span value) {
        changes.add(new Change(withComma(keyStart, value), new byte[0]));
        return this;
    }

    /** The member with the comma behind it, or else, as the last member, the one before it. */
    private Span withComma(int keyStart, Span value) {
        int end = value.end();
        while (bytes[end] != ',' && bytes[end] != '}') {
            end++;
        }
        if (bytes[end] == ',') {
            return new Span(keyStart, end + 1);
        }
        int start = keyStart - 1;
        while (bytes[start] != ',' && start > whole.start()) {
            start--;
        }
        return bytes[start] == ',' ? new Span(start, value.end()) : new Span(keyStart, value.end());
    }

    public JsonBytes apply() {
        int added = changes.stream().mapToInt(change -> change.by.length).sum();
        JsonBytes out = new JsonBytes(whole.length() + added);
        changes.sort(Comparator.comparingInt(change -> change.at.start()));
        int from = whole.start();
        for (Change change : changes) {
            out.append(bytes, from, change.at.start()).append(change.by);
            from = change.at.end();
        }
        return out.append(bytes, from, whole.end());
    }
}
