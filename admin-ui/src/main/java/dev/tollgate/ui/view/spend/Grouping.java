package dev.tollgate.ui.view.spend;

/** By what spend is broken down. */
enum Grouping {
    DAY("day", "Day"),
    HOUR("hour", "Hour"),
    KEY("key", "Key"),
    TOOL("tool", "Tool"),
    SERVER("server", "Server"),
    ENVIRONMENT("environment", "Environment"),
    STATUS("status", "Outcome");

    private final String apiName;
    private final String label;

    Grouping(String apiName, String label) {
        this.apiName = apiName;
        this.label = label;
    }

    String apiName() {
        return apiName;
    }

    String label() {
        return label;
    }

    /** Whether the groups follow each other in time. */
    boolean isTime() {
        return this == DAY || this == HOUR;
    }
}
