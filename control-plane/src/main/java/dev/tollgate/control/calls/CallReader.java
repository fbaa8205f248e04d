package dev.tollgate.control.calls;

import dev.tollgate.control.clickhouse.ClickHouse;
import dev.tollgate.control.clickhouse.Row;
import dev.tollgate.control.clickhouse.Sql;
import dev.tollgate.model.api.Call;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls in ClickHouse. The tenant is part of every query, and the first part of the table's order. */
@ApplicationScoped
class CallReader {
    private static final String SELECT =
            "SELECT call_id, started_at, gateway, region, environment, environment_name, key,"
                    + " key_name, agent_name, agent_version, protocol_version, method, trace_id, parent_request, server,"
                    + " server_name, tool_name, definition_hash, request_bytes, response_bytes, cost, gateway_micros,"
                    + " upstream_micros, status, reason, snapshot_revision, attempts FROM calls WHERE tenant = {tenant:UUID}";

    private final ClickHouse clickHouse;

    CallReader(ClickHouse clickHouse) {
        this.clickHouse = clickHouse;
    }

    /** The newest calls first, from behind a position. */
    List<Call> newestFirst(TenantId tenant, CallFilter filter, @Nullable CallPosition after, int limit) {
        return page(tenant, filter, after, "<", "DESC", limit);
    }

    /** The oldest calls first, from behind a position. */
    List<Call> oldestFirst(TenantId tenant, CallFilter filter, @Nullable CallPosition after, int limit) {
        return page(tenant, filter, after, ">", "ASC", limit);
    }

    private List<Call> page(
            TenantId tenant,
            CallFilter filter,
            @Nullable CallPosition after,
            String beyond,
            String direction,
            int limit) {
        String behind = after == null
                ? ""
                : " AND (started_at, call_id) " + beyond + " ({after:DateTime64(6, 'UTC')}, {afterId:UUID})";
        Sql sql = Sql.of(SELECT + filter.condition() + behind + " ORDER BY started_at " + direction + ", call_id "
                        + direction + " LIMIT {limit:UInt32}")
                .with("tenant", tenant.value())
                .with("limit", limit);
        filter.bind(sql);
        if (after != null) {
            sql.with("after", after.startedAt()).with("afterId", after.id());
        }
        return clickHouse.query(sql, CallReader::call);
    }

    Optional<Call> find(TenantId tenant, UUID id) {
        Sql sql = Sql.of(SELECT + " AND call_id = {id:UUID} LIMIT 1")
                .with("tenant", tenant.value())
                .with("id", id);
        return clickHouse.query(sql, CallReader::call).stream().findFirst();
    }

    private static Call call(Row row) {
        String reason = row.textOrNull("reason");
        return new Call(
                row.uuid("call_id"),
                row.time("started_at"),
                row.text("gateway"),
                row.text("region"),
                row.uuidOrNull("environment"),
                row.textOrNull("environment_name"),
                row.textOrNull("key"),
                row.textOrNull("key_name"),
                row.textOrNull("agent_name"),
                row.textOrNull("agent_version"),
                row.textOrNull("protocol_version"),
                row.text("method"),
                row.textOrNull("trace_id"),
                row.textOrNull("parent_request"),
                row.uuidOrNull("server"),
                row.textOrNull("server_name"),
                row.textOrNull("tool_name"),
                row.textOrNull("definition_hash"),
                row.number("request_bytes"),
                row.number("response_bytes"),
                row.money("cost"),
                row.number("gateway_micros"),
                row.number("upstream_micros"),
                CallStatus.valueOf(row.text("status")),
                reason == null ? null : RefusalReason.valueOf(reason),
                row.number("snapshot_revision"),
                row.number("attempts"));
    }
}
