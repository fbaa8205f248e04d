package dev.tollgate.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Workshop;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.mcp.Era;
import dev.tollgate.e2e.mcp.Rpc;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.api.OpenApiPreview;
import dev.tollgate.model.api.PreviewOpenApi;
import dev.tollgate.model.api.SpendReport;
import dev.tollgate.model.money.Money;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@EndToEnd
@DisplayName("A service that an OpenAPI document describes")
class OpenApiIT {
    private final Tollgate tollgate;
    private ShopService service;
    private Company company;
    private IssuedKey key;
    private Agent agent;

    OpenApiIT(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    @BeforeAll
    void a_service_connected_approved_and_priced() throws IOException {
        service = new ShopService();
        company = Company.founded(tollgate, "openapi");
        Workshop workshop = company.workshop(company.environment("production"));
        var server = workshop.approveAll(workshop.openApi("shop", service.document()));
        workshop.price(server, null, "0.0125");
        key = workshop.key("robot", "shop__*");
        agent = workshop.agent(key, "shop__getOrder", "shop__putOrder");
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private JsonNode call(Agent who, String tool, ObjectNode arguments) {
        ObjectNode params = JsonNodeFactory.instance.objectNode().put("name", tool);
        params.set("arguments", arguments);
        return Rpc.message(who.send("tools/call", params)).required("result");
    }

    private static ObjectNode arguments(String orderId) {
        return JsonNodeFactory.instance.objectNode().put("orderId", orderId);
    }

    @Test
    @DisplayName("shows in a preview what its document becomes, and what not and why")
    void preview() {
        OpenApiPreview preview = company.api()
                .expect(
                        Request.post(
                                "/api/v1/servers/openapi-preview", new PreviewOpenApi(service.document(), null, null)),
                        200)
                .as(OpenApiPreview.class);

        assertThat(preview.tools())
                .extracting(OpenApiPreview.PreviewedTool::name)
                .containsExactly("getOrder", "putOrder");
        assertThat(preview.omitted())
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).contains("multipart/form-data"));
    }

    @Test
    @DisplayName("is called in both eras, and hears nothing of the agent's key")
    void called() {
        ObjectNode order = arguments("a/1").put("notify", "x&y=z");
        order.putObject("body").put("total", 12);

        JsonNode written = call(agent, "shop__putOrder", order);
        JsonNode modern = call(agent, "shop__getOrder", arguments("a/1"));
        JsonNode legacy = call(agent.speaking(Era.LEGACY), "shop__getOrder", arguments("a/1"));

        assertThat(written.path("isError").asBoolean()).isFalse();
        assertThat(modern.required("structuredContent").path("total").asInt()).isEqualTo(12);
        assertThat(legacy.required("structuredContent")).isEqualTo(modern.required("structuredContent"));
        assertThat(service.asked()).contains("PUT /v2/orders/a%2F1?notify=x%26y%3Dz", "GET /v2/orders/a%2F1");
        assertThat(service.headers().toString()).doesNotContain(key.secret());
        assertThat(service.headers().stream()
                        .flatMap(one -> one.keySet().stream())
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()))
                .doesNotContain("authorization", "x-tollgate-key", "x-api-key", "cookie");
    }

    @Test
    @DisplayName("is not called with what does not fit, and its errors are the tool's")
    void errors() {
        int before = service.asked().size();

        JsonNode misfit = call(agent, "shop__putOrder", arguments("1"));
        JsonNode outside = call(agent, "shop__getOrder", arguments("../../admin"));

        assertThat(misfit.path("isError").asBoolean()).isTrue();
        assertThat(misfit.toString()).contains("body");
        assertThat(outside.toString()).contains("orderId");
        assertThat(service.asked()).hasSize(before);
        JsonNode absent = call(agent, "shop__getOrder", arguments("absent"));
        assertThat(absent.path("isError").asBoolean()).isTrue();
        assertThat(absent.toString()).contains("HTTP 404");
    }

    @Test
    @DisplayName("costs what its price says")
    void spend() {
        Workshop workshop = company.workshop(company.environment("priced"));
        var server = workshop.approveAll(workshop.openApi("store", service.document()));
        workshop.price(server, null, "0.0125");
        IssuedKey buyer = workshop.key("buyer", "store__putOrder");
        Agent buying = workshop.agent(buyer, "store__putOrder");
        for (int i = 0; i < 3; i++) {
            ObjectNode order = arguments("order-" + i);
            order.putObject("body");
            call(buying, "store__putOrder", order);
        }

        Eventually.passes("three calls are in the report", () -> {
            Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);
            SpendReport report = company.api()
                    .read(
                            "/api/v1/spend?group_by=key&key=" + buyer.key().id() + "&from="
                                    + now.minus(1, ChronoUnit.DAYS) + "&to=" + now.plus(1, ChronoUnit.HOURS),
                            SpendReport.class);
            assertThat(report.total().calls()).isEqualTo(3);
            assertThat(report.total().cost()).isEqualTo(Money.ofDollars("0.0375"));
        });
    }
}
