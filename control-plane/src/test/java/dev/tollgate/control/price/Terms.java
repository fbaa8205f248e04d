package dev.tollgate.control.price;

import java.util.List;
import java.util.Map;

/** Terms of prices, as clients write them. */
public final class Terms {
    private Terms() {}

    public static Map<String, Object> perCall(String dollars) {
        return counting(Map.of("kind", "calls"), dollars, 1);
    }

    /** One thing, at one rate. */
    public static Map<String, Object> counting(Map<String, Object> measure, String dollars, long per) {
        return Map.of(
                "components",
                List.of(Map.of(
                        "measure", measure, "tiers", List.of(Map.of("rate", Map.of("amount", dollars, "per", per))))));
    }

    /** Some calls of a period for nothing, and then a cent each. */
    public static Map<String, Object> free(Map<String, Object> period, long calls) {
        return within(period, Map.of("kind", "calls"), calls);
    }

    /** So much of something in a period for nothing, and then a cent for one. */
    public static Map<String, Object> within(Map<String, Object> period, Map<String, Object> measure, long free) {
        return Map.of(
                "components",
                List.of(Map.of(
                        "measure",
                        measure,
                        "period",
                        period,
                        "tiers",
                        List.of(
                                Map.of("upTo", free, "rate", Map.of("amount", "0")),
                                Map.of("rate", Map.of("amount", "0.01"))))));
    }
}
