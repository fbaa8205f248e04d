package dev.tollgate.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.e2e.api.Api;
import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Role;
import dev.tollgate.e2e.company.Workshop;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.mcp.Era;
import dev.tollgate.e2e.mcp.Rpc;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.ConnectionClient;
import dev.tollgate.model.api.InviteUser;
import dev.tollgate.model.api.InvitedUser;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.api.NewKey;
import dev.tollgate.model.api.NewPersonHeaders;
import dev.tollgate.model.api.NewServerCredential;
import dev.tollgate.model.api.PersonHeaders;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ServerCredential;
import dev.tollgate.model.api.ServerHealth;
import dev.tollgate.model.api.ToolGrant;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@EndToEnd
@DisplayName("A server that each person reaches by a connection of their own")
class PersonIT {
    private static final String TOOL = "wiki__greet";

    private final Tollgate tollgate;
    private MoodyServer upstream;
    private Company company;
    private Workshop workshop;
    private Server server;
    private IssuedKey annsKey;
    private IssuedKey bobsKey;

    PersonIT(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    @BeforeAll
    void two_people_with_a_key_each() throws IOException {
        upstream = new MoodyServer();
        company = Company.founded(tollgate, "personal");
        workshop = company.workshop(company.environment("production"));
        server = workshop.approveAll(workshop.streamable("wiki", upstream.url()));
        InvitedUser ann = user("Ann", Role.VIEWER);
        InvitedUser bob = user("Bob", Role.ADMIN);
        annsKey = keyOf(ann);
        bobsKey = keyOf(bob);
        company.api()
                .expect(
                        Request.of("PUT", credential())
                                .ifMatch(0)
                                .body(new NewServerCredential(null, null, null, null, List.of("Authorization"), null)),
                        200);
        // Revisions come in order: a gateway that knows a key knows who was there before it.
        workshop.agent(workshop.key("behind the rest", TOOL), TOOL);
    }

    @AfterAll
    void stop() {
        upstream.close();
    }

    private InvitedUser user(String name, Role role) {
        return company.api()
                .expect(
                        Request.post(
                                "/api/v1/users",
                                new InviteUser(company.member(role).email(), name, List.of(role.realmName()), null)),
                        201)
                .as(InvitedUser.class);
    }

    private IssuedKey keyOf(InvitedUser user) {
        String owner = String.valueOf(Objects.requireNonNull(user.user().subject()));
        return workshop.key(new NewKey(
                "of " + user.user().name(),
                workshop.environment().id(),
                List.of(ToolGrant.of("wiki__*")),
                null,
                null,
                owner,
                null,
                null,
                null,
                null,
                null));
    }

    private String credential() {
        return "/api/v1/servers/" + server.id() + "/credential";
    }

    private String own() {
        return "/api/v1/me/connections/" + server.id();
    }

    private void gives(Api api, String value) {
        long version = api.read(own() + "/headers", PersonHeaders.class).version();
        var headers = new NewPersonHeaders(List.of(new NewServerCredential.Header("Authorization", value)));
        api.expect(Request.of("PUT", own() + "/headers").ifMatch(version).body(headers), 200);
    }

    private void allows(Api api, IssuedKey key) {
        api.expect(
                Request.post(
                        own() + "/clients/allow", new ConnectionClient(key.key().id())),
                200);
    }

    private Agent agent(IssuedKey key) {
        return company.agent(key.secret());
    }

    /** What the server was sent with the last call that reached it. */
    private String lastAuthorization() {
        return upstream.calls().getLast().getOrDefault("authorization", "none");
    }

    @Test
    @DisplayName("knows each by their own, serves the clients that they allow, and nobody who has ended theirs")
    void each_by_their_own() {
        // given
        Api ann = company.api(Role.VIEWER);
        Api bob = company.api(Role.ADMIN);
        String page = tollgate.console()
                .resolve("/connections/" + server.id() + "?client="
                        + annsKey.key().id())
                .toString();
        assertThat(agent(annsKey).call(TOOL, Map.of()).text()).contains("you have none", page);

        // when
        gives(ann, "Bearer of-ann");
        // then
        Eventually.passes(
                "the gateway knows that Ann is connected and allows no client",
                () -> assertThat(agent(annsKey).call(TOOL, Map.of()).text())
                        .contains("which this client may not use", page));

        // when
        allows(ann, annsKey);
        gives(bob, "Bearer of-bob");
        allows(bob, bobsKey);
        // then
        Eventually.passes("each reaches the server", () -> {
            assertThat(agent(annsKey).text(TOOL, Map.of())).isEqualTo("well");
            assertThat(lastAuthorization()).isEqualTo("Bearer of-ann");
            assertThat(agent(bobsKey).text(TOOL, Map.of())).isEqualTo("well");
            assertThat(lastAuthorization()).isEqualTo("Bearer of-bob");
        });
        for (Era era : Era.values()) {
            agent(annsKey).speaking(era).text(TOOL, Map.of());
            assertThat(lastAuthorization()).isEqualTo("Bearer of-ann");
            agent(bobsKey).speaking(era).text(TOOL, Map.of());
            assertThat(lastAuthorization()).isEqualTo("Bearer of-bob");
        }
        // Bob is an admin, and was the first who connected.
        assertThat(company.api().read(credential(), ServerCredential.class).lookAs())
                .isNotNull();
        Eventually.passes(
                "the server is looked at with Bob's",
                () -> assertThat(workshop.read(server.id()).health())
                        .returns(null, ServerHealth::stage)
                        .extracting(ServerHealth::checkedAt)
                        .isNotNull());

        // when
        long version = ann.read(own() + "/headers", PersonHeaders.class).version();
        ann.expect(Request.of("DELETE", own() + "/headers").ifMatch(version), 204);
        // then
        Eventually.passes(
                "Ann is refused",
                () -> assertThat(agent(annsKey).call(TOOL, Map.of()).text()).contains("you have none"));
        int before = upstream.calls().size();
        agent(annsKey).call(TOOL, Map.of());
        assertThat(upstream.calls()).hasSize(before);
        assertThat(Rpc.text(agent(bobsKey).call(TOOL, Map.of()))).isEqualTo("well");
        assertThat(upstream.everyHeader()).noneMatch(header -> header.contains(annsKey.secret()));
        isRecorded();
    }

    private void isRecorded() {
        Eventually.passes("the events say why", () -> {
            String calls = company.api().get("/api/v1/calls").text();
            assertThat(calls).contains("NOT_CONNECTED", "CLIENT_NOT_ALLOWED");
            assertThat(calls).doesNotContain("of-ann");
        });
    }
}
