package dev.tollgate.e2e.wall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.e2e.api.Answer;
import dev.tollgate.e2e.api.Api;
import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.broker.Broker;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Role;
import dev.tollgate.e2e.company.Workshop;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.mcp.Era;
import dev.tollgate.e2e.recorder.Encodings;
import dev.tollgate.e2e.service.GuardedService;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.e2e.store.Analytics;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.api.IssuedScimToken;
import dev.tollgate.model.api.NewServerCredential;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ServerCredential;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A secret is planted as a tenant's admin would, used by calls in both eras, and then looked for in every form. */
@EndToEnd
@DisplayName("What an upstream knows a tenant by")
class SecretsWallIT {
    private final Tollgate tollgate;
    private final String planted = "pl/um+" + UUID.randomUUID() + "=&" + UUID.randomUUID();
    private Confidences confidences = Confidences.of(Encodings.of("the planted secret", planted));
    private GuardedService service;
    private PlantedClients clients;
    private PlantedConnections connections;
    private Company company;
    private Server server;
    private IssuedKey key;

    SecretsWallIT(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    private String path() {
        return "/api/v1/servers/" + server.id() + "/credential";
    }

    private static NewServerCredential credential(String name, String value) {
        return new NewServerCredential(List.of(new NewServerCredential.Header(name, value)));
    }

    @BeforeAll
    void planted_and_used() throws IOException {
        service = new GuardedService(planted);
        company = Company.founded(tollgate, "secrets");
        Workshop workshop = company.workshop(company.environment("production"));
        server = workshop.approveAll(workshop.openApi("guarded", service.document()));
        key = workshop.key("robot", "guarded__*");
        Agent agent = workshop.agent(key, "guarded__whoAmI");
        assertThat(agent.call("guarded__whoAmI", Map.of()).text()).contains("HTTP 401");

        company.api().expect(put(credential(GuardedService.HEADER, planted), 0), 200);

        Eventually.passes(
                "the gateway sends the secret",
                () -> assertThat(agent.call("guarded__whoAmI", Map.of()).text()).contains("known"));
        assertThat(agent.speaking(Era.LEGACY).call("guarded__whoAmI", Map.of()).text())
                .contains("known");
        clients = new PlantedClients(company);
        clients.grow(workshop, service);
        Eventually.passes(
                "the provider's tokens come to the service",
                () -> assertThat(clients.provider().issued())
                        .allSatisfy(token -> assertThat(service.requests())
                                .anyMatch(request -> request.contains("Bearer " + token))));
        connections = new PlantedConnections(company, workshop, clients.provider());
        connections.grow(service);
        confidences = confidences
                .and(clients.secrets())
                .and(connections.secrets())
                .and(directorysToken())
                .and(personsToken());
        Eventually.passes(
                "the calls are stored",
                () -> assertThat(new Analytics(tollgate).rowsOf(key.key().id())).isGreaterThan(2));
    }

    /** Of a directory that comes once, and is let in. */
    private Map<String, String> directorysToken() {
        String token = company.api()
                .expect(Request.post("/api/v1/scim-token", Map.of()), 200)
                .as(IssuedScimToken.class)
                .token();
        assertThat(presented(tollgate.controlPlane().resolve("/scim/v2/Users"), token))
                .isEqualTo(200);
        return Encodings.of("the directory's token", token);
    }

    /** Of somebody who presents it where it is good, and where it is not. */
    private Map<String, String> personsToken() {
        String token = company.token(Role.VIEWER);
        assertThat(presented(tollgate.controlPlane().resolve("/api/v1/me"), token))
                .isEqualTo(200);
        assertThat(Agent.with(tollgate.mcp(), token).list()).returns(401, Answer::status);
        return Encodings.of("a person's token", token.substring(token.lastIndexOf('.') + 1));
    }

    private static int presented(URI where, String token) {
        return Api.send(HttpRequest.newBuilder(where)
                        .header("Authorization", "Bearer " + token)
                        .build())
                .status();
    }

    @AfterAll
    void stop() {
        service.close();
        clients.close();
    }

    @Test
    @DisplayName("comes to its provider in the way that was chosen, and to nobody else")
    void a_clients_secret_goes_to_its_provider_alone() {
        List<String> asked = clients.provider().requests();

        assertThat(asked).anyMatch(request -> request.contains("Basic "));
        assertThat(asked).anyMatch(request -> request.contains("client_secret="));
        assertThat(asked).anyMatch(request -> request.contains("client_assertion="));
        assertThat(asked).noneMatch(request -> request.contains(planted) || request.contains(key.secret()));
        assertThat(service.requests()).noneMatch(request -> request.contains("client_secret"));
    }

    private Request put(Object body, long version) {
        return Request.of("PUT", path()).ifMatch(version).body(body);
    }

    @Test
    @DisplayName("comes to the upstream, and the agent's own key never does")
    void only_the_own_secret_goes_upstream() {
        assertThat(service.requests()).anyMatch(request -> request.contains(planted));
        assertThat(service.requests())
                .noneMatch(request -> request.contains(key.secret())
                        || request.contains(key.key().id()));
    }

    @Test
    @DisplayName("is in no answer of the API, be it an error that speaks of it")
    void no_answer_has_it() {
        var api = company.api();
        long version = api.read(path(), ServerCredential.class).version();
        List<Answer> answers = List.of(
                api.get(path()),
                api.get("/api/v1/servers/" + server.id()),
                api.get("/api/v1/servers"),
                api.get("/api/v1/calls"),
                api.get("/api/v1/calls/export"),
                api.send(put(credential("Host", planted), version)),
                api.send(put(credential("X-A", planted + "\n"), version)),
                api.send(put(Map.of("headers", planted), version)),
                api.send(put(Map.of("headers", List.of(Map.of("name", planted + " x", "value", planted))), version)),
                api.send(put(Map.of("secrets", planted), version)),
                api.send(put(credential("X-A", planted), version - 1)),
                api.get("/api/v1/scim-token"));

        assertThat(answers).extracting(Answer::status).contains(200, 412, 422);
        assertThat(Stream.concat(clients.paths().stream().map(api::get), connections.answers().stream()))
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(200);
                    assertThat(confidences.in(answer.text())).isEmpty();
                });
        assertThat(connections.refusals())
                .allSatisfy(answer -> assertThat(confidences.in(answer.text())).isEmpty());
        assertThat(answers)
                .allSatisfy(answer -> assertThat(confidences.in(answer.text())).isEmpty());
    }

    @Test
    @DisplayName("is on no topic")
    void no_record_has_it() {
        var broker = new Broker(tollgate);
        List<String> found = new ArrayList<>();
        boolean header = false;
        for (String topic : broker.topics()) {
            for (ConsumerRecord<byte[], byte[]> record : broker.records(topic)) {
                String text = text(record);
                header |= text.contains("\"credential\":{")
                        && text.contains(server.id().toString());
                confidences.in(text).forEach(what -> found.add(topic + ": " + what));
            }
        }

        assertThat(header).as("the look finds the sealed one").isTrue();
        assertThat(found).isEmpty();
    }

    private static String text(ConsumerRecord<byte[], byte[]> record) {
        String value = record.value() == null ? "" : new String(record.value(), StandardCharsets.ISO_8859_1);
        return new String(record.key(), StandardCharsets.ISO_8859_1) + value;
    }

    /** The database's files and its log among them, both gateways' copies, every log. */
    @Test
    @DisplayName("is in no file of the stack: database, broker, snapshots, spools, logs")
    void no_file_has_it() {
        var files = new DataFiles(tollgate.data());
        List<String> found = new ArrayList<>();
        boolean database = false;
        for (String path : files.all()) {
            String text = files.bytes(path).orElse("");
            database |= path.startsWith("postgresql/") && text.contains(GuardedService.HEADER);
            confidences.in(text).forEach(what -> found.add(path + ": " + what));
        }

        assertThat(database)
                .as("the look finds the header's name in the database")
                .isTrue();
        assertThat(found).isEmpty();
    }

    @Test
    @DisplayName("is in no stored call")
    void no_row_has_it() {
        var rows = new Analytics(tollgate)
                .rows("SELECT * FROM calls WHERE key = '" + key.key().id() + "'");

        assertThat(rows).isNotEmpty();
        assertThat(confidences.in(rows.toString())).isEmpty();
    }
}
