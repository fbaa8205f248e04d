package dev.tollgate.local.stack;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Configuration keys as environment variables, by MicroProfile Config's mapping. */
public final class StackEnv {
    private StackEnv() {}

    /** {@code tollgate.kafka.bootstrap-servers} is {@code TOLLGATE_KAFKA_BOOTSTRAP_SERVERS}. */
    public static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** As a process takes it. */
    public static Map<String, String> variables(Map<String, String> config) {
        var variables = new TreeMap<String, String>();
        config.forEach((key, value) -> variables.put(variable(key), value));
        return variables;
    }

    /** As a shell reads it. */
    public static String file(Map<String, String> config) {
        return variables(config).entrySet().stream()
                .map(entry ->
                        "export " + entry.getKey() + "='" + entry.getValue().replace("'", "'\\''") + "'\n")
                .collect(Collectors.joining());
    }
}
