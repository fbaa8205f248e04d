package dev.tollgate.control.calls;

import dev.tollgate.control.clickhouse.Sql;
import dev.tollgate.control.web.Filter;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.id.KeyId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which calls are asked for; what is absent does not narrow.
 *
 * @param from inclusive
 * @param to exclusive
 * @param tool the tool's name on its server, or the name that was asked for where none was found
 * @param model a model of the tenant's price table
 */
record CallFilter(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable KeyId key,
        @Nullable UUID server,
        @Nullable String tool,
        @Nullable CallStatus status,
        @Nullable UUID model) {
    private static final int TOOL_CHARS_MAX = 256;
    private static final Duration EXPORT_RANGE_DEFAULT = Duration.ofDays(30);
    /** Longer than a year, which is what audits ask for; more is asked for in several exports. */
    static final Duration EXPORT_RANGE_MAX = Duration.ofDays(400);

    /** Reads query parameters; refused if one cannot be read. */
    static CallFilter of(
            @Nullable String from,
            @Nullable String to,
            @Nullable String key,
            @Nullable String server,
            @Nullable String tool,
            @Nullable String status,
            @Nullable String model) {
        @Nullable Instant first = Filter.time("from", from);
        @Nullable Instant last = Filter.time("to", to);
        if (first != null && last != null && !first.isBefore(last)) {
            throw Refused.invalid("to", "is after from");
        }
        if (tool != null && tool.length() > TOOL_CHARS_MAX) {
            throw Refused.invalid("tool", "has at most " + TOOL_CHARS_MAX + " characters");
        }
        @Nullable String named = tool == null || tool.isEmpty() ? null : tool;
        return new CallFilter(
                first,
                last,
                Filter.key("key", key),
                Filter.id("server", server),
                named,
                Filter.of(CallStatus.class, "status", status),
                Filter.id("model", model));
    }

    /** With both ends of the time, so that an export has an end; refused if they lie too far apart. */
    CallFilter forExport(Instant now) {
        Instant last = to == null ? now : to;
        Instant first = from == null ? last.minus(EXPORT_RANGE_DEFAULT) : from;
        if (!first.isBefore(last)) {
            throw Refused.invalid("to", "is after from");
        }
        if (Duration.between(first, last).compareTo(EXPORT_RANGE_MAX) > 0) {
            throw Refused.invalid(
                    "from",
                    "is at most " + EXPORT_RANGE_MAX.toDays() + " days before to; export a longer time in parts");
        }
        return new CallFilter(first, last, key, server, tool, status, model);
    }

    /** As a condition over {@code calls}; every value in it is a parameter that {@link #bind} binds. */
    String condition() {
        StringBuilder sql = new StringBuilder();
        add(sql, " and started_at >= {from:DateTime64(6, 'UTC')}", from);
        add(sql, " and started_at < {to:DateTime64(6, 'UTC')}", to);
        add(sql, " and key = {key:String}", key);
        add(sql, " and server = {server:UUID}", server);
        add(sql, " and tool_name = {tool:String}", tool);
        add(sql, " and status = {status:String}", status);
        add(sql, " and model_id = {model:UUID}", model);
        return sql.toString();
    }

    private static void add(StringBuilder sql, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
        }
    }

    void bind(Sql sql) {
        if (from != null) {
            sql.with("from", from);
        }
        if (to != null) {
            sql.with("to", to);
        }
        if (key != null) {
            sql.with("key", key.value());
        }
        if (server != null) {
            sql.with("server", server);
        }
        if (tool != null) {
            sql.with("tool", tool);
        }
        if (status != null) {
            sql.with("status", status.name());
        }
        if (model != null) {
            sql.with("model", model);
        }
    }
}
