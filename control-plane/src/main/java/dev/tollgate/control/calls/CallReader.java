package dev.tollgate.control.calls;

import dev.tollgate.control.clickhouse.ClickHouse;
import dev.tollgate.control.clickhouse.Row;
import dev.tollgate.control.clickhouse.Sql;
import dev.tollgate.model.api.Call;
import dev.tollgate.model.api.CallTokens;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.CountBefore;
import dev.tollgate.model.token.ParentUsage;
import dev.tollgate.model.token.TokenEncoding;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls in ClickHouse. The tenant is part of every query, and the first part of the table's order. */
@ApplicationScoped
class CallReader {
    private static final String SELECT =
            "SELECT call_id, started_at, gateway, region, environment, environment_name, key,"
                    + " key_name, tier, customer, customer_name, team, team_name, user, user_name, service, service_name,"
                    + " agent_name, agent_version, protocol_version, method, trace_id, parent_request, server,"
                    + " server_name, tool_name, definition_hash, request_bytes, response_bytes, cost, gateway_micros,"
                    + " upstream_micros, status, reason, snapshot_revision, attempts, price, price_version, quantities, counted_before, tier_counts,"
                    + " definition_tokens, argument_tokens, result_tokens, token_encoding, model, model_id, model_version,"
                    + " token_cost, parent_input_tokens, parent_output_tokens, parent_call FROM calls WHERE tenant = {tenant:UUID}";

    /** How far the time in a call's id may lie from its start: a gateway takes both within one call. */
    private static final Duration ID_TIME_SLACK = Duration.ofMinutes(10);

    private static final int VERSION_OF_TIMES = 7;

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

    /** The id is a version 7 UUID: it tells about when the call began, which is where it is looked for. */
    Optional<Call> find(TenantId tenant, UUID id) {
        if (id.version() != VERSION_OF_TIMES) {
            return Optional.empty();
        }
        return clickHouse.query(lookUp(tenant, id), CallReader::call).stream().findFirst();
    }

    Optional<PricedCall> findPriced(TenantId tenant, UUID id) {
        if (id.version() != VERSION_OF_TIMES) {
            return Optional.empty();
        }
        return clickHouse.query(lookUp(tenant, id), CallReader::priced).stream().findFirst();
    }

    private static PricedCall priced(Row row) {
        return new PricedCall(
                CallStatus.valueOf(row.text("status")),
                row.money("cost"),
                row.uuidOrNull("price"),
                row.number("price_version"),
                row.numbers("quantities"),
                before(row),
                row.numbers("tier_counts"),
                tokens(row));
    }

    private static @Nullable CountBefore before(Row row) {
        Long number = row.numberOrNull("counted_before");
        return number == null ? null : CountBefore.of(number);
    }

    static Sql lookUp(TenantId tenant, UUID id) {
        Instant near = Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
        return Sql.of(SELECT + " AND call_id = {id:UUID} AND started_at >= {from:DateTime64(6, 'UTC')}"
                        + " AND started_at < {to:DateTime64(6, 'UTC')} LIMIT 1")
                .with("tenant", tenant.value())
                .with("id", id)
                .with("from", near.minus(ID_TIME_SLACK))
                .with("to", near.plus(ID_TIME_SLACK));
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
                row.textOrNull("tier"),
                row.uuidOrNull("customer"),
                row.textOrNull("customer_name"),
                row.uuidOrNull("team"),
                row.textOrNull("team_name"),
                row.uuidOrNull("user"),
                row.textOrNull("user_name"),
                row.uuidOrNull("service"),
                row.textOrNull("service_name"),
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
                row.number("attempts"),
                tokens(row),
                parentUsage(row),
                row.uuidOrNull("parent_call"));
    }

    private static @Nullable CallTokens tokens(Row row) {
        String encoding = row.text("token_encoding");
        if (encoding.isEmpty()) {
            return null;
        }
        TokenEncoding counted = TokenEncoding.of(encoding);
        UUID model = row.uuidOrNull("model_id");
        return new CallTokens(
                row.number("definition_tokens"),
                row.number("argument_tokens"),
                row.number("result_tokens"),
                counted,
                counted.isEstimate(),
                row.textOrNull("model"),
                model,
                model == null ? null : row.number("model_version"),
                row.money("token_cost"));
    }

    private static @Nullable ParentUsage parentUsage(Row row) {
        Long input = row.numberOrNull("parent_input_tokens");
        Long output = row.numberOrNull("parent_output_tokens");
        return input == null || output == null ? null : new ParentUsage(input, output);
    }
}
