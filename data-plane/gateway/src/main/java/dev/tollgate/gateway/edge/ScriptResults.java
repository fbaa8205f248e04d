package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.code.ScriptEnd;
import dev.tollgate.gateway.json.JsonBytes;
import dev.tollgate.model.money.Money;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an agent is told of its script. */
final class ScriptResults {
    private ScriptResults() {}

    /**
     * What the script printed and gave, or what is wrong with it, as a result of {@code tools/call}.
     *
     * @param costNanos of its calls, in nano-dollars
     */
    static byte[] of(ScriptEnd end, long costNanos) {
        boolean wrong = end.kind() != ScriptEnd.Kind.DONE;
        JsonBytes out = new JsonBytes(512).raw("{\"content\":[");
        int start = out.length();
        text(out, start, end.output());
        text(out, start, end.words());
        String result = end.result();
        if (result != null) {
            text(out, start, result);
        }
        out.append(']');
        if (result != null) {
            boolean object = result.startsWith("{");
            out.raw(",\"structuredContent\":").raw(object ? result : "{\"result\":" + result + "}");
        }
        if (wrong) {
            out.raw(",\"isError\":true");
        }
        return out.raw(",\"_meta\":{\"dev.tollgate/script\":{\"toolCalls\":")
                .number(end.toolCalls())
                .raw(",\"cost\":")
                .quoted(new Money(costNanos).dollars())
                .raw("}}}")
                .toBytes();
    }

    /** What an agent is asked before its script can go on. */
    static byte[] asking(ScriptEnd.Pause pause, String state) {
        Map<String, byte[]> questions = new LinkedHashMap<>();
        pause.questions().forEach(each -> questions.put(RunningScript.question(each.number()), each.params()));
        return ModernRounds.inputRequired(questions, state);
    }

    private static void text(JsonBytes out, int start, String text) {
        if (!text.isEmpty()) {
            (out.length() == start ? out : out.append(','))
                    .raw("{\"type\":\"text\",\"text\":")
                    .quoted(text)
                    .append('}');
        }
    }
}
