package dev.tollgate.control.spend;

import dev.tollgate.control.clickhouse.Sql;
import dev.tollgate.control.web.Filter;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.id.KeyId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose calls a report is of; what is absent does not narrow. */
record SpendFilter(
        @Nullable KeyId key,
        @Nullable UUID server,
        @Nullable String tool,
        @Nullable UUID model) {
    private static final int TOOL_CHARS_MAX = 256;

    /** Reads query parameters; refused if one cannot be read. */
    static SpendFilter of(
            @Nullable String key, @Nullable String server, @Nullable String tool, @Nullable String model) {
        if (tool != null && tool.length() > TOOL_CHARS_MAX) {
            throw Refused.invalid("tool", "has at most " + TOOL_CHARS_MAX + " characters");
        }
        return new SpendFilter(
                Filter.key("key", key),
                Filter.id("server", server),
                tool == null || tool.isEmpty() ? null : tool,
                Filter.id("model", model));
    }

    String where() {
        List<String> conditions = new ArrayList<>();
        if (key != null) {
            conditions.add("key = {key:String}");
        }
        if (server != null) {
            conditions.add("server = {server:UUID}");
        }
        if (tool != null) {
            conditions.add("tool = {tool:String}");
        }
        if (model != null) {
            conditions.add("model = {model:UUID}");
        }
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    void bind(Sql sql) {
        if (key != null) {
            sql.with("key", key.value());
        }
        if (server != null) {
            sql.with("server", server);
        }
        if (tool != null) {
            sql.with("tool", tool);
        }
        if (model != null) {
            sql.with("model", model);
        }
    }
}
