package dev.tollgate.ui.view.spend;

import dev.tollgate.model.api.SpendRow;
import dev.tollgate.model.money.Money;
import java.util.Locale;

/** By what spend is broken down. */
enum Grouping {
    DAY("day", "Day", ""),
    HOUR("hour", "Hour", ""),
    KEY("key", "Key", "calls that named no key of this organization."),
    TOOL("tool", "Tool", "calls that named no tool, or none that their key sees. They were refused and cost nothing."),
    SERVER("server", "Server", "calls that were refused before a server was chosen. They cost nothing."),
    ENVIRONMENT(
            "environment",
            "Environment",
            "calls that were refused before their environment was known. They cost nothing."),
    MODEL(
            "model",
            "Model",
            "calls whose tokens were not counted, or whose model has no rates on the page Models. Their tokens cost"
                    + " nothing here."),
    STATUS("status", "Outcome", "");

    private final String apiName;
    private final String label;
    private final String whyUnknown;

    Grouping(String apiName, String label, String whyUnknown) {
        this.apiName = apiName;
        this.label = label;
        this.whyUnknown = whyUnknown;
    }

    String apiName() {
        return apiName;
    }

    String label() {
        return label;
    }

    /** What the group is called of calls that had none. */
    String unknown() {
        return "unknown " + label.toLowerCase(Locale.ENGLISH);
    }

    /** Which calls have no group; empty where each has one. */
    String whyUnknown() {
        return whyUnknown;
    }

    /** Whether a row is of calls that had no group. */
    boolean isUnknown(SpendRow row) {
        return row.group().getOrDefault(apiName, "").isEmpty();
    }

    /** What the groups are compared by: what calls cost, but of models what their tokens do. */
    Money compared(SpendRow row) {
        return this == MODEL ? row.tokenCost() : row.cost();
    }

    /** Whether the groups follow each other in time. */
    boolean isTime() {
        return this == DAY || this == HOUR;
    }
}
