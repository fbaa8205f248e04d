package dev.tollgate.control.ingest;

import com.clickhouse.client.api.data_formats.RowBinaryFormatWriter;
import dev.tollgate.model.event.ToolCallEvent;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes calls as rows of the table {@code calls}. */
final class CallColumns {
    private static final int COST_SCALE = 9;

    private CallColumns() {}

    static void write(RowBinaryFormatWriter out, UUID log, List<CallRow> rows, Instant ingestedAt, LocalDate filedUnder)
            throws IOException {
        ZonedDateTime at = time(ingestedAt);
        for (CallRow row : rows) {
            identity(out, row.event());
            subjects(out, row.event());
            what(out, row.event());
            figures(out, row.event());
            tokens(out, row.event());
            out.setValue("log_id", log);
            out.setValue("log_partition", (long) row.partition());
            out.setValue("log_offset", row.offset());
            out.setValue("ingested_at", at);
            out.setValue("filed_under", filedUnder);
            out.commitRow();
        }
    }

    private static void identity(RowBinaryFormatWriter out, ToolCallEvent event) {
        out.setValue("tenant", event.tenant().value());
        out.setValue("started_at", time(event.startedAt()));
        out.setValue("call_id", event.callId());
        out.setValue("gateway", event.gateway().value());
        out.setValue("boot", event.boot());
        out.setValue("sequence", event.sequence());
        out.setValue("region", event.region().value());
        var environment = event.environment();
        out.setValue("environment", environment == null ? null : environment.value());
        out.setValue("environment_name", event.environmentName());
        var key = event.key();
        out.setValue("key", key == null ? null : key.value());
        out.setValue("key_name", event.keyName());
    }

    private static void subjects(RowBinaryFormatWriter out, ToolCallEvent event) {
        out.setValue("tier", event.tier());
        out.setValue("customer", event.customer());
        out.setValue("customer_name", event.customerName());
        out.setValue("team", event.team());
        out.setValue("team_name", event.teamName());
        out.setValue("user", event.user());
        out.setValue("user_name", event.userName());
        out.setValue("service", event.service());
        out.setValue("service_name", event.serviceName());
    }

    private static void what(RowBinaryFormatWriter out, ToolCallEvent event) {
        out.setValue("agent_name", event.agentName());
        out.setValue("agent_version", event.agentVersion());
        out.setValue("protocol_version", event.protocolVersion());
        out.setValue("method", event.method());
        out.setValue("trace_id", event.traceId());
        out.setValue("parent_request", event.parentRequest());
        out.setValue("parent_call", event.parentCall());
        var server = event.server();
        out.setValue("server", server == null ? null : server.value());
        out.setValue("server_name", event.serverName());
        out.setValue("tool_name", event.toolName());
        out.setValue("definition_hash", event.definitionHash());
    }

    private static void figures(RowBinaryFormatWriter out, ToolCallEvent event) {
        out.setValue("request_bytes", event.requestBytes());
        out.setValue("response_bytes", event.responseBytes());
        out.setValue("cost", BigDecimal.valueOf(event.costNanos(), COST_SCALE));
        out.setValue("gateway_micros", event.gatewayMicros());
        out.setValue("upstream_micros", event.upstreamMicros());
        out.setValue("status", event.status().name());
        @Nullable Enum<?> reason = event.reason();
        out.setValue("reason", reason == null ? null : reason.name());
        out.setValue("snapshot_revision", event.snapshotRevision());
        out.setValue("attempts", event.attemptCount());
        var price = event.price();
        var version = event.priceVersion();
        var quantities = event.quantities();
        out.setValue("price", price == null ? null : price.value());
        out.setValue("price_version", version == null ? 0L : version);
        out.setValue("quantities", quantities == null ? List.of() : quantities);
        out.setValue("counted_before", event.countedBefore());
        var tierCounts = event.tierCounts();
        out.setValue("tier_counts", tierCounts == null ? List.of() : tierCounts);
    }

    private static void tokens(RowBinaryFormatWriter out, ToolCallEvent event) {
        var tokens = event.tokens();
        out.setValue("definition_tokens", tokens == null ? 0L : tokens.definitions());
        out.setValue("argument_tokens", tokens == null ? 0L : tokens.arguments());
        out.setValue("result_tokens", tokens == null ? 0L : tokens.result());
        out.setValue("token_encoding", tokens == null ? "" : tokens.encoding().toString());
        out.setValue("model", tokens == null ? null : tokens.model());
        var model = tokens == null ? null : tokens.modelId();
        var version = tokens == null ? null : tokens.version();
        out.setValue("model_id", model == null ? null : model.value());
        out.setValue("model_version", version == null ? 0L : version);
        out.setValue("token_cost", BigDecimal.valueOf(tokens == null ? 0 : tokens.costNanos(), COST_SCALE));
        var parent = event.parentUsage();
        out.setValue("parent_input_tokens", parent == null ? null : parent.input());
        out.setValue("parent_output_tokens", parent == null ? null : parent.output());
    }

    private static ZonedDateTime time(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).atZone(ZoneOffset.UTC);
    }
}
