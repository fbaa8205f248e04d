package dev.tollgate.gateway.upstream;

import dev.tollgate.gateway.json.JsonReader;
import dev.tollgate.gateway.json.JsonText;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * An argument that a tool's schema wants repeated in a header (2026-07-28, Tools, "x-mcp-header").
 *
 * @param name of the header, {@code Mcp-Param-} and what the schema says
 * @param path of the argument, from the arguments' root
 */
public record ParamHeader(String name, List<String> path) {
    private static final String ANNOTATION = "x-mcp-header";
    private static final Members.Wanted TOOL = Members.Wanted.of("inputSchema");
    private static final Members.Wanted SCHEMA = Members.Wanted.of("properties", "type", ANNOTATION);
    private static final Set<String> TYPES = Set.of("string", "integer", "boolean");
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");

    public ParamHeader {
        path = List.copyOf(path);
    }

    /** Those that a definition asks for in the way that the specification allows; any other annotation asks for nothing. */
    public static List<ParamHeader> of(String definition) {
        return List.copyOf(read(definition).allowed);
    }

    /**
     * Whether a definition asks for headers only as the specification allows. A client must not offer a tool that does
     * otherwise.
     */
    public static boolean areSound(String definition) {
        return read(definition).sound;
    }

    private static final class Found {
        private final List<ParamHeader> allowed = new ArrayList<>();
        private final Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        private boolean sound = true;

        private void add(String name, List<String> path, boolean typed) {
            boolean fits = typed && !path.isEmpty() && TOKEN.matcher(name).matches();
            sound &= fits && names.add(name);
            if (fits) {
                allowed.add(new ParamHeader("Mcp-Param-" + name, path));
            }
        }
    }

    private static Found read(String definition) {
        Found found = new Found();
        if (definition.contains(ANNOTATION)) {
            byte[] bytes = definition.getBytes(StandardCharsets.UTF_8);
            try {
                Span schema = Members.read(new JsonReader(bytes), TOOL).get(0);
                if (schema != null) {
                    collect(bytes, schema, List.of(), found);
                }
            } catch (MalformedJson e) {
                found.allowed.clear();
            }
        }
        return found;
    }

    private static void collect(byte[] bytes, Span schema, List<String> path, Found found) throws MalformedJson {
        if (bytes[schema.start()] != '{') {
            return;
        }
        Members members = Members.read(bytes, schema, SCHEMA);
        Span type = members.get(1);
        Span header = members.get(2);
        if (header != null) {
            found.add(text(bytes, header), path, type != null && TYPES.contains(text(bytes, type)));
        }
        Span properties = members.get(0);
        if (properties != null && bytes[properties.start()] == '{') {
            JsonReader reader = new JsonReader(bytes, properties.start(), properties.end());
            reader.enterObject();
            while (reader.nextMember()) {
                List<String> deeper = new ArrayList<>(path);
                deeper.add(reader.key());
                collect(bytes, reader.valueSpan(), deeper, found);
            }
        }
    }

    private static String text(byte[] bytes, Span span) {
        return bytes[span.start()] == '"' ? JsonText.string(bytes, span) : "";
    }
}
