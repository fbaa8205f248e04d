package dev.tollgate.ui.view.spend;

import dev.tollgate.model.api.SpendRow;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.quota.WindowLength;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By what spend is broken down. */
enum Grouping {
    MONTH("month", "Month", WindowLength.MONTH),
    WEEK("week", "Week", WindowLength.WEEK),
    DAY("day", "Day", WindowLength.DAY),
    HOUR("hour", "Hour", WindowLength.HOUR),
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
    private final @Nullable WindowLength period;

    Grouping(String apiName, String label, String whyUnknown) {
        this.apiName = apiName;
        this.label = label;
        this.whyUnknown = whyUnknown;
        this.period = null;
    }

    Grouping(String apiName, String label, WindowLength period) {
        this.apiName = apiName;
        this.label = label;
        this.whyUnknown = "";
        this.period = period;
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

    /** How long groups are that follow each other in time; absent of others. */
    Optional<WindowLength> period() {
        return Optional.ofNullable(period);
    }
}
