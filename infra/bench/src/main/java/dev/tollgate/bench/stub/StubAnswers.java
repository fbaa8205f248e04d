package dev.tollgate.bench.stub;

import dev.tollgate.bench.wire.Era;
import dev.tollgate.bench.wire.JsonBytes;
import dev.tollgate.bench.wire.MessageReader;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What the stub answers: an era's beginning, one page of tools and of prompts, and calls. Answers are pieces laid side by
 * side, so that the stub costs little beside what it is measured with.
 */
final class StubAnswers {
    private static final byte[] POST = Pieces.ascii("POST ");
    private static final byte[] SILENT = Pieces.ascii("POST " + StubServer.SILENT_PATH + " ");
    private static final byte[] EVENT = Pieces.ascii("POST " + AnswerForm.EVENT.path() + " ");
    private static final byte[] LINES = Pieces.ascii("POST " + AnswerForm.LINES.path() + " ");
    private static final byte[] NAME = Pieces.ascii("name");
    private static final byte[] VERSION = Pieces.ascii("protocolVersion");
    private static final byte[] WATCH = Pieces.ascii("\"" + StubTools.WATCH + "\"");
    private static final byte[] CALL = Pieces.ascii("\"tools/call\"");
    private static final byte[] LIST = Pieces.ascii("\"tools/list\"");
    private static final byte[] LIST_PROMPTS = Pieces.ascii("\"prompts/list\"");
    private static final byte[] INITIALIZE = Pieces.ascii("\"initialize\"");
    private static final byte[] DISCOVER = Pieces.ascii("\"server/discover\"");
    private static final byte[] PING = Pieces.ascii("\"ping\"");
    private static final String NEWEST_VERSION = "\"2025-11-25\"";

    private static final byte[] ACCEPTED = Pieces.ascii("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n");
    private static final byte[] NOT_ALLOWED =
            Pieces.ascii("HTTP/1.1 405 Method Not Allowed\r\nAllow: POST\r\nContent-Length: 0\r\n\r\n");
    private static final byte[] EMPTY_RESULT = Pieces.ascii(",\"result\":{}}");
    private static final byte[] NO_SUCH_METHOD =
            Pieces.ascii(",\"error\":{\"code\":-32601,\"message\":\"the stub has no such method\"}}");
    private static final String ABLE = "\"capabilities\":{\"tools\":{},\"prompts\":{}},"
            + "\"serverInfo\":{\"name\":\"tollgate-bench-stub\",\"version\":\"1\"}}}";
    private static final String MODERN_RESULT = "{\"resultType\":\"complete\",\"ttlMs\":0,\"cacheScope\":\"private\",";
    private static final byte[] DISCOVERED = Pieces.ascii(
            ",\"result\":" + MODERN_RESULT + "\"supportedVersions\":[\"" + Era.MODERN_REVISION + "\"]," + ABLE);

    private final Era era;
    private final CallAnswer callAnswer;
    private final byte[] tools;
    private final byte[] prompts;
    private final StubRequest request = new StubRequest();

    /**
     * @param answerBytes about how long the body of an answer to a call shall be
     * @param toolCount how many tools are listed
     */
    StubAnswers(int answerBytes, int toolCount, Era era) {
        this.era = era;
        this.callAnswer = new CallAnswer(answerBytes, era);
        String result = ",\"result\":" + (era == Era.MODERN ? MODERN_RESULT : "{");
        this.tools = Pieces.ascii(result + "\"tools\":[" + StubTools.definitions(toolCount) + "]}}");
        this.prompts = Pieces.ascii(result + "\"prompts\":[" + StubTools.prompts() + "]}}");
    }

    /**
     * Appends the whole HTTP answer to a whole request, or the beginning of one that goes on.
     *
     * @return how it goes on; null if it is whole, or there is none
     */
    @Nullable
    Progress answer(MessageReader message, ByteBuffer out) {
        if (!message.startsWith(POST)) {
            out.put(NOT_ALLOWED);
            return null;
        }
        if (message.startsWith(SILENT)) {
            return null;
        }
        request.read(message);
        if (!request.hasId()) {
            out.put(ACCEPTED);
        } else if (request.isOf(CALL)) {
            return call(message, out);
        } else {
            other(out);
        }
        return null;
    }

    private @Nullable Progress call(MessageReader message, ByteBuffer out) {
        if (request.startsWith(request.at(NAME), WATCH)) {
            out.put(Pieces.STREAM);
            return Progress.of(request);
        }
        AnswerForm form = message.startsWith(EVENT)
                ? AnswerForm.EVENT
                : message.startsWith(LINES) ? AnswerForm.LINES : AnswerForm.DOCUMENT;
        callAnswer.write(request, form, out);
        return null;
    }

    private void other(ByteBuffer out) {
        if (request.isOf(LIST)) {
            whole(tools, out);
        } else if (request.isOf(LIST_PROMPTS)) {
            whole(prompts, out);
        } else if (request.isOf(INITIALIZE) && era == Era.LEGACY) {
            whole(initialized(), out);
        } else if (request.isOf(DISCOVER) && era == Era.MODERN) {
            whole(DISCOVERED, out);
        } else if (request.isOf(PING)) {
            whole(EMPTY_RESULT, out);
        } else {
            whole(NO_SUCH_METHOD, out);
        }
    }

    private byte[] initialized() {
        int asked = request.at(VERSION);
        String version = asked == JsonBytes.NONE ? NEWEST_VERSION : request.sent(asked);
        return Pieces.ascii(",\"result\":{\"protocolVersion\":" + version + "," + ABLE);
    }

    private void whole(byte[] rest, ByteBuffer out) {
        Pieces.documentHead(request.beginLength() + rest.length, out);
        request.begin(out);
        out.put(rest);
    }
}
