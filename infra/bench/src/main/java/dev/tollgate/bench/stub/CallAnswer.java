package dev.tollgate.bench.stub;

import dev.tollgate.bench.wire.Era;
import dev.tollgate.bench.wire.JsonBytes;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The answer to a call, in each of its forms: text of fixed size that ends in the marker found in the arguments. */
final class CallAnswer {
    /** About how much stands on a line, where there are many. */
    static final int LINE_BYTES = 16 << 10;

    private static final byte[] ARGUMENTS = Pieces.ascii("arguments");
    private static final byte[] MARKER = Pieces.ascii("marker");
    private static final byte[] QUOTE = Pieces.ascii("\"");
    private static final byte[] DATA = Pieces.ascii("event: message\ndata: ");
    private static final byte[] EVENT_END = Pieces.ascii("\n\n");
    private static final byte[] AFTER_MARKER = Pieces.ascii("\"}],\"isError\":false}}");
    private static final String ITEM = "{\"type\":\"text\",\"text\":\"";
    private static final String NEXT_LINE = "\ndata: ";
    private static final int AROUND_BYTES = 110;
    private static final String WORD = "lorem ";

    private final byte[] upToMarker;
    /** The same, but many items instead of one, each a line and a chunk; the first and the last are not whole. */
    private final List<byte[]> lines;

    /**
     * @param answerBytes about how long the body of an answer shall be
     */
    CallAnswer(int answerBytes, Era era) {
        String start =
                ",\"result\":{" + (era == Era.MODERN ? "\"resultType\":\"complete\"," : "") + "\"content\":[" + ITEM;
        int textBytes = Math.max(0, answerBytes - AROUND_BYTES);
        this.upToMarker = Pieces.ascii(start + WORD.repeat(textBytes / WORD.length()));
        this.lines = lines(start, textBytes);
    }

    private static List<byte[]> lines(String start, int textBytes) {
        List<byte[]> lines = new ArrayList<>();
        String text = WORD.repeat(LINE_BYTES / WORD.length());
        String before = start;
        int left = textBytes;
        while (left > LINE_BYTES) {
            String line = before + text + "\"},";
            lines.add(Pieces.ascii(line));
            left -= line.length();
            before = NEXT_LINE + ITEM;
        }
        lines.add(Pieces.ascii(before + WORD.repeat(Math.max(0, left) / WORD.length())));
        return lines;
    }

    void write(StubRequest request, AnswerForm form, ByteBuffer out) {
        int marker = request.at(ARGUMENTS, MARKER);
        boolean marked = marker != JsonBytes.NONE && request.startsWith(marker, QUOTE);
        int at = marked ? marker + 1 : 0;
        int length = marked ? request.lengthOf(marker) - 2 : 0;
        int ends = request.beginLength() + length + AFTER_MARKER.length;
        switch (form) {
            case DOCUMENT -> {
                Pieces.documentHead(ends + upToMarker.length, out);
                request.begin(out);
                end(request, upToMarker, at, length, out);
            }
            case EVENT -> {
                out.put(Pieces.STREAM);
                Pieces.chunkHead(DATA.length + ends + upToMarker.length + EVENT_END.length, out);
                out.put(DATA);
                request.begin(out);
                end(request, upToMarker, at, length, out);
                out.put(EVENT_END).put(Pieces.LINE_END).put(Pieces.LAST_CHUNK);
            }
            case LINES -> {
                out.put(Pieces.STREAM);
                Pieces.chunkHead(DATA.length + request.beginLength(), out);
                out.put(DATA);
                request.begin(out);
                out.put(Pieces.LINE_END);
                lines.subList(0, lines.size() - 1).forEach(line -> Pieces.chunk(line, out));
                byte[] last = lines.getLast();
                Pieces.chunkHead(last.length + length + AFTER_MARKER.length + EVENT_END.length, out);
                end(request, last, at, length, out);
                out.put(EVENT_END).put(Pieces.LINE_END).put(Pieces.LAST_CHUNK);
            }
        }
    }

    private static void end(StubRequest request, byte[] before, int marker, int length, ByteBuffer out) {
        out.put(before);
        request.put(marker, length, out);
        out.put(AFTER_MARKER);
    }
}
