package dev.tollgate.control.spend;

import dev.tollgate.control.web.Refused;
import dev.tollgate.model.quota.WindowLength;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What spend can be grouped by. A named thing is grouped by its id, so that a rename splits nothing, and shown with the
 * name that it had last.
 */
enum Dimension {
    KEY("toString(key)", "argMaxMerge(key_name)"),
    TOOL("toString(tool)", null),
    SERVER("if(server = toUUID('" + Dimension.ABSENT + "'), '', toString(server))", "argMaxMerge(server_name)"),
    ENVIRONMENT(
            "if(environment = toUUID('" + Dimension.ABSENT + "'), '', toString(environment))",
            "argMaxMerge(environment_name)"),
    TIER("toString(tier)", null),
    CUSTOMER("if(customer = toUUID('" + Dimension.ABSENT + "'), '', toString(customer))", "argMaxMerge(customer_name)"),
    TEAM("if(team = toUUID('" + Dimension.ABSENT + "'), '', toString(team))", "argMaxMerge(team_name)"),
    USER("if(user = toUUID('" + Dimension.ABSENT + "'), '', toString(user))", "argMaxMerge(user_name)"),
    SERVICE("if(service = toUUID('" + Dimension.ABSENT + "'), '', toString(service))", "argMaxMerge(service_name)"),
    MODEL("if(model = toUUID('" + Dimension.ABSENT + "'), '', toString(model))", "argMaxMerge(model_name)"),
    STATUS("toString(status)", null),
    MONTH(WindowLength.MONTH),
    WEEK(WindowLength.WEEK),
    DAY(WindowLength.DAY),
    HOUR(WindowLength.HOUR);

    /** How the roll-up says that a call had no server, no environment, no such subject or no model of the table. */
    private static final String ABSENT = "00000000-0000-0000-0000-000000000000";

    private final String value;
    private final @Nullable String lastName;
    private final @Nullable WindowLength period;

    Dimension(String value, @Nullable String lastName) {
        this.value = value;
        this.lastName = lastName;
        this.period = null;
    }

    /** The greatest beginning of a period that is not after a call's. */
    Dimension(WindowLength period) {
        this.value = "roundDown(at, {" + startsOf(period) + ":Array(Int64)})";
        this.lastName = null;
        this.period = period;
    }

    /** The parameter in which a query is told where such periods begin. */
    static String startsOf(WindowLength period) {
        return "starts_" + period.name();
    }

    /** Reads {@code group_by=key,day}; refused if a part is none or comes twice. */
    static List<Dimension> list(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        List<Dimension> dimensions =
                Arrays.stream(text.split(",", -1)).map(Dimension::of).toList();
        if (dimensions.stream().distinct().count() != dimensions.size()) {
            throw Refused.invalid("group_by", "names each dimension once");
        }
        return dimensions;
    }

    private static Dimension of(String text) {
        try {
            return valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            String known = Arrays.stream(values()).map(Dimension::field).collect(Collectors.joining(", "));
            throw Refused.invalid("group_by", "is made of " + known, e);
        }
    }

    /** Its name in requests, answers and CSV. */
    String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** SQL over {@link SpendSource}'s columns: what rows are grouped by; of a period its beginning, in seconds. */
    String value() {
        return value;
    }

    /** SQL for the name that the thing had last; absent where the value is the name. */
    Optional<String> lastName() {
        return Optional.ofNullable(lastName);
    }

    /** How long its groups are; absent where they are not parts of time. */
    Optional<WindowLength> period() {
        return Optional.ofNullable(period);
    }
}
