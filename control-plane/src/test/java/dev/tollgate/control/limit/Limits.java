package dev.tollgate.control.limit;

import java.util.HashMap;
import java.util.Map;

/** Limits, as clients write them. */
final class Limits {
    private Limits() {}

    static Map<String, Object> calls(String name, String subject, String amount) {
        return limit(name, subject, "calls", rolling("1d"), amount, "hard");
    }

    static Map<String, Object> running(String name, String subject, String amount) {
        return Map.of("name", name, "subject", subject, "unit", "concurrent", "amount", amount, "enforcement", "hard");
    }

    static Map<String, Object> warning(String name, String subject, Map<String, Object> window) {
        return limit(name, subject, "dollars", window, "0.5", "warn");
    }

    static Map<String, Object> limit(
            String name, String subject, String unit, Map<String, Object> window, String amount, String enforcement) {
        return Map.of(
                "name",
                name,
                "subject",
                subject,
                "unit",
                unit,
                "window",
                window,
                "amount",
                amount,
                "enforcement",
                enforcement);
    }

    static Map<String, Object> with(Map<String, Object> limit, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(limit);
        changed.put(field, value);
        return changed;
    }

    static Map<String, Object> rolling(String length) {
        return Map.of("kind", "rolling", "length", length);
    }

    static Map<String, Object> calendar(String length, String zone) {
        return Map.of("kind", "calendar", "length", length, "zone", zone);
    }
}
