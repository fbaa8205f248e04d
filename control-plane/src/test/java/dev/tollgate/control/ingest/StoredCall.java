package dev.tollgate.control.ingest;

import dev.tollgate.control.clickhouse.Row;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.event.ToolCallEvent;
import dev.tollgate.model.id.EnvironmentId;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.KeyId;
import dev.tollgate.model.id.ModelId;
import dev.tollgate.model.id.PriceId;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.token.ParentUsage;
import dev.tollgate.model.token.TokenEncoding;
import dev.tollgate.model.token.TokenUse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads an event back from its row. */
final class StoredCall {
    private StoredCall() {}

    static ToolCallEvent read(Row row) {
        return new ToolCallEvent(
                row.uuid("call_id"),
                new GatewayId(row.text("gateway")),
                row.uuid("boot"),
                row.number("sequence"),
                row.time("started_at"),
                new TenantId(row.uuid("tenant")),
                new Region(row.text("region")),
                Optional.ofNullable(row.uuidOrNull("environment"))
                        .map(EnvironmentId::new)
                        .orElse(null),
                row.textOrNull("environment_name"),
                Optional.ofNullable(row.textOrNull("key")).map(KeyId::new).orElse(null),
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
                Optional.ofNullable(row.uuidOrNull("server")).map(ServerId::new).orElse(null),
                row.textOrNull("server_name"),
                row.textOrNull("tool_name"),
                row.textOrNull("definition_hash"),
                row.number("request_bytes"),
                row.number("response_bytes"),
                row.money("cost").nanos(),
                row.number("gateway_micros"),
                row.number("upstream_micros"),
                CallStatus.valueOf(row.text("status")),
                Optional.ofNullable(row.textOrNull("reason"))
                        .map(RefusalReason::valueOf)
                        .orElse(null),
                row.number("snapshot_revision"),
                row.number("attempts") == 1 ? null : row.number("attempts"),
                Optional.ofNullable(row.uuidOrNull("price")).map(PriceId::new).orElse(null),
                row.number("price_version") == 0 ? null : row.number("price_version"),
                row.numbers("quantities").isEmpty() ? null : row.numbers("quantities"),
                row.numberOrNull("counted_before"),
                row.numbers("tier_counts").isEmpty() ? null : row.numbers("tier_counts"),
                null,
                tokens(row),
                row.numberOrNull("parent_input_tokens") == null
                        ? null
                        : new ParentUsage(row.number("parent_input_tokens"), row.number("parent_output_tokens")),
                row.uuidOrNull("parent_call"));
    }

    private static @Nullable TokenUse tokens(Row row) {
        return row.text("token_encoding").isEmpty()
                ? null
                : new TokenUse(
                        row.number("definition_tokens"),
                        row.number("argument_tokens"),
                        row.number("result_tokens"),
                        TokenEncoding.of(row.text("token_encoding")),
                        row.textOrNull("model"),
                        Optional.ofNullable(row.uuidOrNull("model_id"))
                                .map(ModelId::new)
                                .orElse(null),
                        row.number("model_version") == 0 ? null : row.number("model_version"),
                        row.money("token_cost").nanos());
    }
}
