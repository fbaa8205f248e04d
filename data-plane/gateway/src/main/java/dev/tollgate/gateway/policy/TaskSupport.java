package dev.tollgate.gateway.policy;

import dev.tollgate.gateway.json.JsonReader;
import dev.tollgate.gateway.json.JsonText;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.Span;
import java.nio.charset.StandardCharsets;

/** Whether a tool's calls run as tasks of the legacy era (2025-11-25, {@code execution.taskSupport}). */
public enum TaskSupport {
    /** Also where nothing is said. */
    FORBIDDEN,
    OPTIONAL,
    REQUIRED;

    private static final Members.Wanted EXECUTION = Members.Wanted.of("execution");
    private static final Members.Wanted SUPPORT = Members.Wanted.of("taskSupport");

    /**
     * @param definition as its server sent it, untrusted
     */
    static TaskSupport of(String definition) {
        byte[] json = definition.getBytes(StandardCharsets.UTF_8);
        try {
            Span execution = Members.read(new JsonReader(json), EXECUTION).get(0);
            Span support = execution == null || json[execution.start()] != '{'
                    ? null
                    : Members.read(json, execution, SUPPORT).get(0);
            String word = support == null || json[support.start()] != '"' ? "" : JsonText.string(json, support);
            return switch (word) {
                case "optional" -> OPTIONAL;
                case "required" -> REQUIRED;
                default -> FORBIDDEN;
            };
        } catch (MalformedJson e) {
            return FORBIDDEN;
        }
    }
}
