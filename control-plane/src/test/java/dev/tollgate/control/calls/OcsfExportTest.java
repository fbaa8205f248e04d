package dev.tollgate.control.calls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.model.api.Call;
import dev.tollgate.model.api.CallTokens;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.token.ParentUsage;
import dev.tollgate.model.token.TokenEncoding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OcsfExportTest {
    private static final TenantId TENANT = new TenantId(new UUID(1, 1));
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void an_answered_call_has_what_the_class_requires() throws IOException {
        JsonNode line = line(call(CallStatus.OK, null));

        assertThat(line.at("/class_uid").asInt()).isEqualTo(6003);
        assertThat(line.at("/category_uid").asInt()).isEqualTo(6);
        assertThat(line.at("/type_uid").asInt()).isEqualTo(600399);
        assertThat(line.at("/time").asLong()).isEqualTo(1_793_501_220_123L);
        assertThat(line.at("/metadata/version").asText()).isEqualTo("1.8.0");
        assertThat(line.at("/metadata/tenant_uid").asText()).isEqualTo(TENANT.toString());
        assertThat(line.at("/status_id").asInt()).isEqualTo(1);
        assertThat(line.at("/actor/user/uid").asText()).isEqualTo(new UUID(7, 7).toString());
        assertThat(line.at("/actor/user/type_id").asInt()).isEqualTo(1);
        assertThat(line.at("/actor/user/credential_uid").asText()).isEqualTo("abcdefGHIJ12");
        assertThat(line.at("/actor/user/groups").findValuesAsText("name")).containsExactly("Support", "Initech");
        assertThat(line.at("/unmapped/customer_tier").asText()).isEqualTo("pro");
        assertThat(line.at("/src_endpoint/svc_name").asText()).isEqualTo("inspector");
        assertThat(line.at("/api/operation").asText()).isEqualTo("tools/call");
        assertThat(line.at("/api/service/name").asText()).isEqualTo("crm");
        assertThat(line.at("/resources/0/name").asText()).isEqualTo("search \"quoted\"\n");
        assertThat(line.at("/unmapped/cost_usd").asText()).isEqualTo("0.0125");
        assertThat(line.at("/unmapped/token_cost_usd").asText()).isEqualTo("0.011655");
        assertThat(line.at("/unmapped/definition_tokens").asLong()).isEqualTo(4_200);
        assertThat(line.at("/unmapped/argument_tokens").asLong()).isEqualTo(38);
        assertThat(line.at("/unmapped/result_tokens").asLong()).isEqualTo(310);
        assertThat(line.at("/unmapped/token_encoding").asText()).isEqualTo("bytes/4");
        assertThat(line.at("/unmapped/token_estimate").asBoolean()).isTrue();
        assertThat(line.at("/unmapped/model").asText()).isEqualTo("my \"model\"\n");
        assertThat(line.at("/unmapped/parent_input_tokens").asLong()).isEqualTo(6_000);
        assertThat(line.at("/unmapped/parent_output_tokens").asLong()).isEqualTo(120);
    }

    @Test
    void a_refused_call_says_why() throws IOException {
        JsonNode line = line(call(CallStatus.REFUSED, RefusalReason.KEY_REVOKED));

        assertThat(line.at("/status_id").asInt()).isEqualTo(2);
        assertThat(line.at("/status_code").asText()).isEqualTo("REFUSED");
        assertThat(line.at("/status_detail").asText()).isEqualTo("KEY_REVOKED");
        assertThat(line.at("/severity_id").asInt()).isEqualTo(2);
        assertThat(line.at("/count").asLong()).isEqualTo(1_203);
    }

    private JsonNode line(Call call) throws IOException {
        byte[] line = OcsfExport.line(TENANT, call);
        assertThat(new String(line, StandardCharsets.UTF_8)).doesNotContain("\n");
        return json.readTree(line);
    }

    private static Call call(CallStatus status, @Nullable RefusalReason reason) {
        return new Call(
                new UUID(2, 2),
                Instant.parse("2026-11-01T02:47:00.123456Z"),
                "gateway-1",
                "local",
                new UUID(3, 3),
                "production",
                "abcdefGHIJ12",
                "nightly",
                "pro",
                new UUID(5, 5),
                "Initech",
                new UUID(6, 6),
                "Support",
                new UUID(7, 7),
                "Ada",
                null,
                null,
                "inspector",
                "1.0",
                "2025-11-25",
                "tools/call",
                null,
                null,
                new UUID(4, 4),
                "crm",
                "search \"quoted\"\n",
                "ab".repeat(32),
                10,
                20,
                Money.ofDollars("0.0125"),
                85,
                1_900,
                status,
                reason,
                7,
                reason == null ? 1 : 1_203,
                new CallTokens(
                        4_200,
                        38,
                        310,
                        TokenEncoding.BYTES,
                        true,
                        "my \"model\"\n",
                        null,
                        null,
                        Money.ofDollars("0.011655")),
                new ParentUsage(6_000, 120),
                null);
    }
}
