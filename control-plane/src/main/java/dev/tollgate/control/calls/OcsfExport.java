package dev.tollgate.control.calls;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tollgate.model.api.Call;
import dev.tollgate.model.api.CallTokens;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.token.ParentUsage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Calls as JSON Lines in the shape of OCSF 1.8, class API Activity (6003), oldest first. What OCSF has no place for
 * stands under {@code unmapped}. Written page by page, so that an export of any length needs the memory of one page.
 *
 * @see <a href="https://schema.ocsf.io/1.8.0/classes/api_activity">OCSF: API Activity</a>
 */
final class OcsfExport {
    static final String MEDIA_TYPE = "application/jsonl";
    private static final int PAGE_CALLS = 2_000;
    private static final int CATEGORY_APPLICATION = 6;
    private static final int CLASS_API_ACTIVITY = 6003;
    private static final int ACTIVITY_OTHER = 99;
    private static final int SEVERITY_INFORMATIONAL = 1;
    private static final int SEVERITY_LOW = 2;
    private static final int STATUS_SUCCESS = 1;
    private static final int STATUS_FAILURE = 2;
    private static final int USER_TYPE_USER = 1;
    private static final int USER_TYPE_SERVICE = 4;
    private static final JsonMapper JSON = new JsonMapper();

    private final CallReader calls;
    private final TenantId tenant;
    private final CallFilter filter;
    private final List<Call> first;

    private OcsfExport(CallReader calls, TenantId tenant, CallFilter filter, List<Call> first) {
        this.calls = calls;
        this.tenant = tenant;
        this.filter = filter;
        this.first = first;
    }

    /** Reads the first page, so that a store that is away is told by the answer's status and not by its end. */
    static OcsfExport begin(CallReader calls, TenantId tenant, CallFilter filter) {
        return new OcsfExport(calls, tenant, filter, calls.oldestFirst(tenant, filter, null, PAGE_CALLS));
    }

    /** Writes one line for each call that the filter lets through. */
    void write(OutputStream out) throws IOException {
        List<Call> page = first;
        writePage(page, out);
        while (page.size() == PAGE_CALLS) {
            page = calls.oldestFirst(tenant, filter, CallPosition.of(page.getLast()), PAGE_CALLS);
            writePage(page, out);
        }
    }

    private void writePage(List<Call> page, OutputStream out) throws IOException {
        for (Call call : page) {
            out.write(line(tenant, call));
            out.write('\n');
        }
    }

    static byte[] line(TenantId tenant, Call call) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            classification(json, tenant, call);
            outcome(json, call);
            parties(json, call);
            unmapped(json, call);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void classification(JsonGenerator json, TenantId tenant, Call call) throws IOException {
        json.writeNumberField("category_uid", CATEGORY_APPLICATION);
        json.writeNumberField("class_uid", CLASS_API_ACTIVITY);
        json.writeNumberField("activity_id", ACTIVITY_OTHER);
        json.writeStringField("activity_name", "Call");
        json.writeNumberField("type_uid", CLASS_API_ACTIVITY * 100 + ACTIVITY_OTHER);
        json.writeNumberField("time", call.startedAt().toEpochMilli());
        json.writeNumberField("count", call.attempts());
        json.writeNumberField("duration", (call.gatewayMicros() + call.upstreamMicros()) / 1_000);
        json.writeNumberField(
                "severity_id", call.status() == CallStatus.REFUSED ? SEVERITY_LOW : SEVERITY_INFORMATIONAL);
        json.writeObjectFieldStart("metadata");
        json.writeStringField("version", "1.8.0");
        json.writeStringField("uid", call.id().toString());
        json.writeStringField("tenant_uid", tenant.toString());
        optional(json, "correlation_uid", call.traceId());
        json.writeObjectFieldStart("product");
        json.writeStringField("name", "Tollgate");
        json.writeStringField("vendor_name", "Tollgate");
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void outcome(JsonGenerator json, Call call) throws IOException {
        boolean success = call.status() == CallStatus.OK;
        json.writeNumberField("status_id", success ? STATUS_SUCCESS : STATUS_FAILURE);
        json.writeStringField("status", success ? "Success" : "Failure");
        json.writeStringField("status_code", call.status().name());
        if (call.reason() != null) {
            json.writeStringField("status_detail", call.reason().name());
        }
    }

    private static void parties(JsonGenerator json, Call call) throws IOException {
        json.writeObjectFieldStart("actor");
        optional(json, "app_name", call.agentName());
        json.writeObjectFieldStart("user");
        user(json, call);
        json.writeEndObject();
        json.writeEndObject();
        json.writeObjectFieldStart("src_endpoint");
        json.writeStringField("svc_name", Objects.requireNonNullElse(call.agentName(), "unknown agent"));
        json.writeEndObject();
        json.writeObjectFieldStart("api");
        json.writeStringField("operation", call.method());
        optional(json, "version", call.protocolVersion());
        json.writeObjectFieldStart("service");
        optional(json, "name", call.serverName());
        optional(json, "uid", call.serverId() == null ? null : call.serverId().toString());
        json.writeEndObject();
        json.writeEndObject();
        if (call.toolName() != null) {
            json.writeArrayFieldStart("resources");
            json.writeStartObject();
            json.writeStringField("type", "tool");
            json.writeStringField("name", call.toolName());
            json.writeEndObject();
            json.writeEndArray();
        }
    }

    /** Whom the key belongs to, the nearest that acts: a user, a service, or otherwise the key itself. */
    private static void user(JsonGenerator json, Call call) throws IOException {
        if (call.userId() != null) {
            json.writeNumberField("type_id", USER_TYPE_USER);
            json.writeStringField("uid", call.userId().toString());
            optional(json, "name", call.userName());
        } else if (call.serviceId() != null) {
            json.writeNumberField("type_id", USER_TYPE_SERVICE);
            json.writeStringField("uid", call.serviceId().toString());
            optional(json, "name", call.serviceName());
        } else {
            json.writeNumberField("type_id", USER_TYPE_SERVICE);
            optional(json, "uid", call.keyId());
            optional(json, "name", call.keyName());
        }
        optional(json, "credential_uid", call.keyId());
        json.writeArrayFieldStart("groups");
        group(json, "team", call.teamId(), call.teamName());
        group(json, "customer", call.customerId(), call.customerName());
        json.writeEndArray();
    }

    private static void group(JsonGenerator json, String type, @Nullable UUID id, @Nullable String name)
            throws IOException {
        if (id != null) {
            json.writeStartObject();
            json.writeStringField("type", type);
            json.writeStringField("uid", id.toString());
            optional(json, "name", name);
            json.writeEndObject();
        }
    }

    private static void unmapped(JsonGenerator json, Call call) throws IOException {
        json.writeObjectFieldStart("unmapped");
        json.writeStringField("cost_usd", call.cost().dollars());
        json.writeStringField("gateway", call.gateway());
        json.writeStringField("region", call.region());
        optional(json, "environment", call.environmentName());
        optional(json, "key_name", call.keyName());
        optional(json, "customer_tier", call.tier());
        optional(json, "agent_version", call.agentVersion());
        optional(json, "parent_request", call.parentRequest());
        optional(
                json,
                "parent_call_uid",
                call.parentCallId() == null ? null : call.parentCallId().toString());
        optional(json, "definition_sha256", call.definitionHash());
        json.writeNumberField("request_bytes", call.requestBytes());
        json.writeNumberField("response_bytes", call.responseBytes());
        json.writeNumberField("gateway_micros", call.gatewayMicros());
        json.writeNumberField("upstream_micros", call.upstreamMicros());
        json.writeNumberField("configuration_revision", call.snapshotRevision());
        tokens(json, call);
        json.writeEndObject();
    }

    private static void tokens(JsonGenerator json, Call call) throws IOException {
        CallTokens tokens = call.tokens();
        if (tokens != null) {
            json.writeStringField("token_cost_usd", tokens.cost().dollars());
            json.writeNumberField("definition_tokens", tokens.definitions());
            json.writeNumberField("argument_tokens", tokens.arguments());
            json.writeNumberField("result_tokens", tokens.result());
            json.writeStringField("token_encoding", tokens.encoding().toString());
            json.writeBooleanField("token_estimate", tokens.estimate());
            optional(json, "model", tokens.model());
            optional(
                    json,
                    "model_uid",
                    tokens.modelId() == null ? null : tokens.modelId().toString());
        }
        ParentUsage parent = call.parentUsage();
        if (parent != null) {
            json.writeNumberField("parent_input_tokens", parent.input());
            json.writeNumberField("parent_output_tokens", parent.output());
        }
    }

    private static void optional(JsonGenerator json, String field, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(field, value);
        }
    }
}
