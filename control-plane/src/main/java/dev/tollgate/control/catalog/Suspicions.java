package dev.tollgate.control.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.model.api.ToolFlag;
import dev.tollgate.model.api.ToolFlag.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds in a definition what honest ones rarely have. A hint to the admin who approves, never a verdict: words can always
 * be put so that no list knows them.
 */
final class Suspicions {
    private static final Pattern INSTRUCTION = Pattern.compile(
            "\\b(ignore|disregard|forget) (all|any|the|your|previous|prior|other)\\b"
                    + "|\\b(do not|don't|never) (tell|mention|inform|reveal|show)\\b"
                    + "|\\byou (must|should|have to|need to) (always|first|never|also)\\b"
                    + "|\\b(before|after|instead of) (using|calling) (any|this|other|another)\\b"
                    + "|<\\s*(important|system|instructions?)\\s*>|\\bsystem prompt\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern URL = Pattern.compile("\\b(?:https?|wss?|ftp)://", Pattern.CASE_INSENSITIVE);

    private final boolean[] found = new boolean[Code.values().length];
    private final List<ToolFlag> flags = new ArrayList<>();

    private Suspicions() {}

    /**
     * @param shadows whether another server of the tenant has a tool of this name
     */
    static List<ToolFlag> of(JsonNode definition, boolean shadows) {
        Suspicions suspicions = new Suspicions();
        texts(definition, suspicions::look);
        if (shadows) {
            suspicions.add(Code.SHADOWING, "Another server has a tool of the same name.");
        }
        return List.copyOf(suspicions.flags);
    }

    private void look(String text) {
        text.codePoints()
                .filter(Suspicions::isHidden)
                .findFirst()
                .ifPresent(hidden -> add(
                        Code.HIDDEN_UNICODE,
                        String.format(Locale.ROOT, "Its text holds the invisible character U+%04X.", hidden)));
        Matcher instruction = INSTRUCTION.matcher(text);
        if (instruction.find()) {
            add(Code.INSTRUCTION, "Its text tells the model what to do: \"" + instruction.group() + "\".");
        }
        if (URL.matcher(text).find()) {
            add(Code.URL, "Its text holds an address.");
        }
    }

    /** Once for each code: the first place tells enough. */
    private void add(Code code, String words) {
        if (!found[code.ordinal()]) {
            found[code.ordinal()] = true;
            flags.add(new ToolFlag(code, words));
        }
    }

    /** Format characters, tags, variation selectors beyond emoji's, private use and controls other than white space. */
    private static boolean isHidden(int c) {
        int type = Character.getType(c);
        boolean whiteSpace = c == '\n' || c == '\r' || c == '\t';
        return type == Character.FORMAT
                || type == Character.PRIVATE_USE
                || type == Character.CONTROL && !whiteSpace
                || c >= 0xE0100 && c <= 0xE01EF;
    }

    /** Every text in it, names of members too; a schema's own address says which schema language it is in. */
    private static void texts(JsonNode node, Consumer<String> to) {
        if (node.isTextual()) {
            to.accept(node.textValue());
        } else if (node.isObject()) {
            node.properties().forEach(member -> {
                to.accept(member.getKey());
                if (!member.getKey().equals("$schema") && !member.getKey().equals("$id")) {
                    texts(member.getValue(), to);
                }
            });
        } else {
            node.forEach(element -> texts(element, to));
        }
    }
}
