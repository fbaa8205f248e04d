package dev.tollgate.e2e.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Role;
import dev.tollgate.e2e.company.Workshop;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.mcp.Rpc;
import dev.tollgate.e2e.service.KeepingServer;
import dev.tollgate.e2e.service.KeepingServer.Answered;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.CataloguePrice;
import dev.tollgate.model.api.NewCataloguePrice;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.config.Transport;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.FailureCharges;
import dev.tollgate.model.price.PriceTerms;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@EndToEnd
@DisplayName("A tool that the operator's catalogue prices")
class CatalogueIT {
    private static final String TOOL = "quotes__quote";
    private static final String DOCUMENT = """
            {"openapi": "3.1.0", "info": {"title": "Quotes", "version": "1"}, "servers": [{"url": "/"}],
             "paths": {"/quote": {"get": {"operationId": "quote", "responses": {"200": {"description": "a quote",
              "content": {"application/json": {"schema": {"type": "object"}}}}}}}}}""";

    private final Tollgate tollgate;
    private KeepingServer service;
    private Company company;
    private Workshop workshop;
    private Server server;
    private Agent agent;

    CatalogueIT(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    @BeforeAll
    void a_vendor_and_its_customer() throws IOException {
        service = new KeepingServer()
                .at("/openapi.json", _ -> new Answered(200, DOCUMENT))
                .at("/quote", _ -> new Answered(200, "{\"quote\": \"less is more\"}"));
        company = Company.founded(tollgate, "catalogue");
        workshop = company.workshop(company.environment("production"));
        server =
                workshop.approveAll(workshop.openApi("quotes", service.address().resolve("/openapi.json")));
        agent = workshop.agent(workshop.key("robot", TOOL), TOOL);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    /** What its tenants know of it. */
    private String address() {
        return ((Transport.OpenApi) server.transport()).document().resolve("/").toString();
    }

    private JsonNode recorded(UUID call) {
        return company.api().read("/api/v1/calls/" + call, JsonNode.class);
    }

    /** Calls until a call costs this, and gives that call. */
    private UUID callAt(String dollars) {
        return Eventually.gives("a call costs " + dollars, () -> {
            var answer = agent.call(TOOL, Map.of());
            assertThat(Rpc.text(answer)).contains("less is more");
            var call = Rpc.callId(answer);
            Eventually.passes(
                    "the call is recorded",
                    () -> assertThat(recorded(call).required("status").asText()).isEqualTo("OK"));
            return recorded(call).required("cost").asText().equals(dollars) ? Optional.of(call) : Optional.empty();
        });
    }

    private String explanation(UUID call) {
        return company.api(Role.FINANCE)
                .read("/api/v1/calls/" + call + "/price", JsonNode.class)
                .required("explanation")
                .asText();
    }

    @Test
    @DisplayName(
            "costs what that says, until the tenant says otherwise, and is explained when neither says so any more")
    void listed_overridden_and_gone() {
        callAt("0");
        var listed = company.operator()
                .create(
                        "/api/v1/catalogue-prices",
                        new NewCataloguePrice(
                                address(),
                                "quote",
                                PriceTerms.perCall(Money.ofDollars("0.25"), FailureCharges.FREE),
                                null),
                        CataloguePrice.class);
        var byTheCatalogue = callAt("0.25");

        var own = workshop.price(server, null, "0.1");
        callAt("0.1");
        assertThat(company.api().all("/api/v1/prices"))
                .filteredOn(price -> price.required("origin").asText().equals("CATALOGUE"))
                .singleElement()
                .satisfies(price ->
                        assertThat(price.required("overridden").asBoolean()).isTrue());
        company.api().expect(Request.of("DELETE", "/api/v1/prices/" + own.id()).ifMatch(own.version()), 204);
        callAt("0.25");

        remove(listed.id(), listed.version());
        callAt("0");
        assertThat(company.api().all("/api/v1/prices")).isEmpty();
        assertThat(explanation(byTheCatalogue)).isEqualTo("0.25 = 1 call x 0.25");
    }

    private void remove(UUID listed, long version) {
        company.operator()
                .expect(
                        Request.of("DELETE", "/api/v1/catalogue-prices/" + listed)
                                .ifMatch(version),
                        204);
    }
}
