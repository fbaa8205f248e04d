package dev.tollgate.starlark.value;

import dev.tollgate.starlark.meter.Meter;

/** Text in the making, each part charged before it is added, and the whole once more when it is done. */
public final class TextBuilder {
    private final Meter meter;
    private final StringBuilder text = new StringBuilder();

    public TextBuilder(Meter meter) {
        this.meter = meter;
    }

    public Meter meter() {
        return meter;
    }

    public TextBuilder append(String part) {
        meter.text(part.length());
        text.append(part);
        return this;
    }

    /** A stretch of a longer text. */
    public TextBuilder append(String from, int start, int end) {
        meter.text(end - start);
        text.append(from, start, end);
        return this;
    }

    public TextBuilder append(char unit) {
        meter.bytes(2);
        text.append(unit);
        return this;
    }

    public int length() {
        return text.length();
    }

    public void truncate(int length) {
        text.setLength(length);
    }

    public String build() {
        meter.text(text.length());
        return text.toString();
    }
}
