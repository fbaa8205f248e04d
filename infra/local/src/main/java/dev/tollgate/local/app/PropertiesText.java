package dev.tollgate.local.app;

import java.util.Map;
import java.util.stream.Collectors;

/** A properties file's text, without the timestamp that the JDK would write into it. */
final class PropertiesText {
    private PropertiesText() {}

    static String of(Map<String, String> properties) {
        return properties.entrySet().stream()
                .map(entry -> escaped(entry.getKey()).replace(":", "\\:").replace("=", "\\=") + "="
                        + escaped(entry.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }
}
