package dev.tollgate.bench.load;

import dev.tollgate.bench.wire.JsonBytes;
import java.nio.charset.StandardCharsets;

/**
 * Judges one answer: status 200, the request's own JSON-RPC id, a result that is no error and that holds the marker
 * which this call alone had in its arguments. The marker proves that the arguments reached the upstream and that the
 * answer is not another call's.
 */
final class AnswerCheck {
    private static final byte[] ID = ascii("id");
    private static final byte[] ERROR = ascii("error");
    private static final byte[] RESULT = ascii("result");
    private static final byte[] IS_ERROR = ascii("isError");
    private static final byte[] TRUE = ascii("true");
    private static final int OK = 200;

    private AnswerCheck() {}

    /**
     * @param id the id as sent, in digits
     * @param marker the marker as sent
     */
    static Verdict judge(int status, byte[] body, int from, int to, byte[] id, byte[] marker) {
        if (status != OK) {
            return Verdict.STATUS;
        }
        int answered = JsonBytes.member(body, from, to, ID);
        if (answered == JsonBytes.NONE
                || JsonBytes.valueEnd(body, answered, to) - answered != id.length
                || !JsonBytes.startsWith(body, answered, to, id)) {
            return Verdict.ID;
        }
        int result = JsonBytes.member(body, from, to, RESULT);
        if (result == JsonBytes.NONE) {
            return JsonBytes.member(body, from, to, ERROR) == JsonBytes.NONE ? Verdict.MARKER : Verdict.ERROR;
        }
        int resultEnd = JsonBytes.valueEnd(body, result, to);
        int isError = JsonBytes.member(body, result, to, IS_ERROR);
        if (isError != JsonBytes.NONE && JsonBytes.startsWith(body, isError, to, TRUE)) {
            return Verdict.ERROR;
        }
        return resultEnd != JsonBytes.NONE && contains(body, result, resultEnd, marker)
                ? Verdict.RIGHT
                : Verdict.MARKER;
    }

    /** From the end, because the stub writes the marker last. */
    private static boolean contains(byte[] text, int from, int to, byte[] sought) {
        for (int at = to - sought.length; at >= from; at--) {
            if (JsonBytes.startsWith(text, at, to, sought)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
