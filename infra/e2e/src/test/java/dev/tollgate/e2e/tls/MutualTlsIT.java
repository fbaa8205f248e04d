package dev.tollgate.e2e.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.broker.Broker;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Workshop;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.recorder.Encodings;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.local.certificate.Authority;
import dev.tollgate.local.certificate.GuardedHttps;
import dev.tollgate.local.certificate.Issued;
import dev.tollgate.model.api.NewServer;
import dev.tollgate.model.api.NewServerTls;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ServerHealth;
import dev.tollgate.model.api.ServerTls;
import dev.tollgate.model.api.ToolApproval;
import dev.tollgate.model.config.PrefixMode;
import dev.tollgate.model.config.Transport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@EndToEnd
@DisplayName("A server that wants a client certificate of its own authority")
class MutualTlsIT {
    private static final Authority COMPANY = Authority.named("Company root");

    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Certified, version: 1.0.0}
            servers: [{url: /v1}]
            paths:
              /whoami:
                get:
                  operationId: whoAmI
                  responses: {"200": {description: ok, content: {application/json: {schema: {type: object}}}}}
            """;

    private final Tollgate tollgate;
    private GuardedHttps service;
    private Company company;
    private Workshop workshop;
    private Server server;
    private Agent agent;

    MutualTlsIT(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    @BeforeAll
    void a_server_and_a_key_that_sees_its_tool() throws Exception {
        service = new GuardedHttps(COMPANY)
                .at("/openapi.yaml", "application/yaml", _ -> DOCUMENT)
                .at("/v1/whoami", "application/json", who -> "{\"you\":\"" + who + "\"}");
        company = Company.founded(tollgate, "certified");
        workshop = company.workshop(company.environment("production"));
        var wanted = new NewServer(
                "certified",
                workshop.environment().id(),
                null,
                new Transport.OpenApi(service.url("/openapi.yaml"), null),
                null,
                PrefixMode.ALWAYS,
                ToolApproval.MANUAL,
                null,
                null);
        server = company.api().create("/api/v1/servers", wanted, Server.class);
        Eventually.passes(
                "its health says why it is not reached",
                () -> assertThat(health().message())
                        .contains("its certificate is of no authority that is trusted here"));

        give(COMPANY.client("tollgate"), COMPANY);

        Eventually.passes("it is found", () -> assertThat(health().state()).isEqualTo(ServerHealth.State.HEALTHY));
        workshop.approveAll(workshop.read(server.id()));
        agent = workshop.agentSeeing(workshop.key("robot", "certified__*"), "certified__whoAmI");
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private ServerHealth health() {
        return workshop.read(server.id()).health();
    }

    private String path() {
        return "/api/v1/servers/" + server.id() + "/tls";
    }

    private ServerTls stored() {
        return company.api().read(path(), ServerTls.class);
    }

    private void give(Issued shown, Authority trusted) {
        company.api()
                .expect(
                        Request.of("PUT", path())
                                .ifMatch(stored().version())
                                .body(new NewServerTls(shown.chainPem(), shown.keyPem(), trusted.pem())),
                        200);
    }

    private String whoAmI() {
        return agent.call("certified__whoAmI", Map.of()).text();
    }

    @Test
    @DisplayName("is shown the one that it was given, and the next one once it is another")
    void it_is_shown_what_it_was_given() {
        give(COMPANY.client("tollgate"), COMPANY);
        Eventually.passes("it is asked", () -> assertThat(whoAmI()).contains("CN=tollgate\""));

        give(COMPANY.under("Agents").client("tollgate-2"), COMPANY);

        Eventually.passes("it is shown the other", () -> assertThat(whoAmI()).contains("CN=tollgate-2"));
        assertThat(service.shown()).contains("CN=tollgate", "CN=tollgate-2");
    }

    @Test
    @DisplayName("gives its key away in no answer and on no topic, where the certificate is")
    void its_key_is_nowhere() {
        Issued planted = COMPANY.client("planted");
        give(planted, COMPANY);
        String line = planted.keyPem().lines().skip(2).findFirst().orElseThrow();
        Collection<String> forms = Encodings.of("a line of the key", line).values();
        Broker broker = new Broker(tollgate);

        List<String> found = new ArrayList<>();
        Eventually.passes("its certificate is on a topic", () -> {
            found.clear();
            broker.topics()
                    .forEach(topic -> broker.records(topic)
                            .forEach(record -> found.add(
                                    record.value() == null
                                            ? ""
                                            : new String(record.value(), StandardCharsets.ISO_8859_1))));
            String shown = planted.certificatePem().lines().skip(1).findFirst().orElseThrow();
            assertThat(found).anyMatch(text -> text.contains(shown));
        });

        found.add(company.api().get(path()).text());
        found.add(company.api().get("/api/v1/servers/" + server.id()).text());
        assertThat(found).noneMatch(text -> forms.stream().anyMatch(text::contains));
    }

    @Test
    @DisplayName("refuses one of strangers, and its health says so until it is right again")
    void a_strange_one_is_refused() {
        give(Authority.named("Strangers").client("stranger"), COMPANY);
        Eventually.passes("calls fail", () -> assertThat(whoAmI()).contains("refused the secure connection"));
        Eventually.passes(
                "so says its health", () -> assertThat(health().state()).isEqualTo(ServerHealth.State.FAILING));

        give(COMPANY.client("tollgate-3"), COMPANY);

        Eventually.passes("it is asked again", () -> assertThat(whoAmI()).contains("CN=tollgate-3"));
        assertThat(service.shown()).contains("CN=tollgate-3").doesNotContain("CN=stranger");
    }
}
