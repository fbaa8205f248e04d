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
}
