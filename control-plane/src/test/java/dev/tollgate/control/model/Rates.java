package dev.tollgate.control.model;

import java.util.Map;

/** Models and rates, as clients write them. */
public final class Rates {
    private Rates() {}

    /** In dollars for a million tokens. */
    public static Map<String, Object> of(String input, String output) {
        return Map.of("input", perMillion(input), "output", perMillion(output));
    }

    public static Map<String, Object> of(String input, String output, String cachedInput) {
        return Map.of("input", perMillion(input), "output", perMillion(output), "cachedInput", perMillion(cachedInput));
    }

    private static Map<String, Object> perMillion(String dollars) {
        return Map.of("amount", dollars, "per", 1_000_000);
    }

    public static Map<String, Object> model(String name) {
        return Map.of("name", name, "encoding", "o200k_base", "rates", of("2.5", "10"));
    }

    public static Map<String, Object> standard(String name) {
        return Map.of("name", name, "encoding", "o200k_base", "standard", true, "rates", of("2.5", "10"));
    }
}
