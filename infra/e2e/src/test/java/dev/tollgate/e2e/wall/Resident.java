package dev.tollgate.e2e.wall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Role;
import dev.tollgate.e2e.company.Workshop;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.mcp.Era;
import dev.tollgate.e2e.mcp.Rpc;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.Environment;
import dev.tollgate.model.api.InviteUser;
import dev.tollgate.model.api.InvitedUser;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.api.NewEnvironment;
import dev.tollgate.model.api.NewKey;
import dev.tollgate.model.api.RevokeKey;
import dev.tollgate.model.api.RotateKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A tenant that has been used in every way: calls, refusals, a guessed key, a rotated and a revoked one, an invitation, a
 * name that was taken, and tools that wait for an admin.
 *
 * @param payload stood in arguments and in results
 * @param secrets what was answered once or presented, by what it is
 * @param agent with the key of the estate
 */
record Resident(Company company, Estate estate, Agent agent, String payload, Map<String, String> secrets) {
    Resident {
        secrets = Map.copyOf(secrets);
    }

    static Resident settled(Tollgate tollgate, String name) {
        var company = Company.founded(tollgate, name);
        var estate = Estate.of(company);
        var environment = company.api().read("/api/v1/environments/" + estate.environment(), Environment.class);
        var workshop = company.workshop(environment);
        var agent = company.agent(estate.secret());
        var payload = "payload-" + UUID.randomUUID();
        var secrets = new LinkedHashMap<String, String>();
        secrets.put("the key", estate.secret());
        secrets.put("what was called with", payload);
        secrets.put("a password", company.member(Role.OWNER).password());
        keys(company, workshop, estate, secrets);
        people(company, estate, secrets);
        company.api().expect(Request.post("/api/v1/environments", new NewEnvironment(environment.name(), null)), 409);
        workshop.everything(estate.marker() + "-waiting");
        uses(company, agent, estate, payload);
        return new Resident(company, estate, agent, payload, secrets);
    }

    /** One that was made under an idempotency key, then rotated, then revoked; and one that somebody made up. */
    private static void keys(Company company, Workshop workshop, Estate estate, Map<String, String> secrets) {
        var api = company.api();
        var wanted =
                NewKey.simple(estate.marker() + " spare", workshop.environment().id(), null, null, null);
        var first = api.expect(
                        Request.post("/api/v1/keys", wanted)
                                .header("Idempotency-Key", UUID.randomUUID().toString()),
                        201)
                .as(IssuedKey.class);
        var path = "/api/v1/keys/" + first.key().id();
        var second = api.expect(
                        Request.post(path + "/rotate", new RotateKey(60L))
                                .ifMatch(first.key().version()),
                        200)
                .as(IssuedKey.class);
        api.expect(
                Request.post(path + "/revoke", new RevokeKey("no longer needed"))
                        .ifMatch(second.key().version()),
                200);
        var guessed = Guess.withIdOf(first);
        company.agent(guessed).list();
        secrets.put("a replaced key", first.secret());
        secrets.put("a revoked key", second.secret());
        secrets.put("a guessed key", guessed);
    }

    private static void people(Company company, Estate estate, Map<String, String> secrets) {
        var address = "guest@" + estate.marker() + ".example";
        var invited = company.api()
                .create(
                        "/api/v1/users",
                        new InviteUser(address, estate.marker() + " guest", List.of("viewer"), estate.subject()),
                        InvitedUser.class);
        secrets.put("an invited one's password", Objects.requireNonNull(invited.temporaryPassword()));
    }

    private static void uses(Company company, Agent agent, Estate estate, String payload) {
        var message = Map.of("message", payload);
        agent.text(estate.marker() + "__echo", message);
        var served = Rpc.callId(agent.call(estate.marker() + "__echo", message));
        var refused = Rpc.callId(agent.call(estate.marker() + "__absent", message));
        for (var call : List.of(served, refused)) {
            Eventually.passes(
                    "the call " + call + " is recorded",
                    () -> company.api().expect(Request.get("/api/v1/calls/" + call), 200));
        }
        session(agent.speaking(Era.LEGACY));
    }

    /** Something that all gateways of the region are told. */
    private static void session(Agent agent) {
        var id = agent.initialize().header("Mcp-Session-Id").orElseThrow();
        var level = JsonNodeFactory.instance.objectNode().put("level", "info");
        assertThat(agent.header("Mcp-Session-Id", id)
                        .send("logging/setLevel", level)
                        .text())
                .contains("\"result\":{}");
    }
}
