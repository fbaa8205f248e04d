package dev.tollgate.e2e.wall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.e2e.api.Answer;
import dev.tollgate.e2e.api.Api;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.mcp.Era;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.id.KeyId;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.key.KeySecret;
import java.net.URI;
import java.net.http.HttpRequest;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The agent of one tenant knows every name that another has, and learns from no answer that there is such a thing. */
@EndToEnd
@DisplayName("One tenant's agent, with another's names,")
class StrangerAtGatewayIT {
    private static final Map<String, String> HELLO = Map.of("message", "hello");

    private final Tollgate tollgate;
    private final Estate estateA;
    private final Estate estateB;
    private final Agent agentA;
    private final Agent agentB;

    StrangerAtGatewayIT(Tollgate tollgate) {
        this.tollgate = tollgate;
        var neighbours = Neighbours.in(tollgate);
        // Not the neighbour: what it asks for stands in its own records.
        var stranger = Resident.settled(tollgate, "het");
        this.estateA = neighbours.a().estate();
        this.estateB = stranger.estate();
        this.agentA = neighbours.a().agent();
        this.agentB = stranger.agent();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("calls a tool that it does not know, be it approved, waiting or not there")
    void a_tool_is_unknown(Era era) {
        var asking = agentB.speaking(era);
        for (var name : new String[] {estateA.marker() + "__echo", estateA.marker() + "-waiting__echo"}) {
            var imagined = name.replace("echo", "ohce");

            assertThat(Shape.ofCall(asking.call(name, HELLO), name))
                    .isEqualTo(Shape.ofCall(asking.call(imagined, HELLO), imagined));
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("finds a group that holds nothing, as one that does not exist")
    void a_group_is_empty(Era era) {
        var name = estateA.marker() + "-all";
        var imagined = estateA.marker() + "-lla";
        var real = at(name).speaking(era);
        var absent = at(imagined).speaking(era);
        var own = estateB.marker() + "__echo";

        assertThat(at(estateB.marker() + "-all").speaking(era).tools())
                .as("a group of its own")
                .containsExactly(own);
        assertThat(real.tools()).isEmpty();
        assertThat(Shape.of(real.list(), name)).isEqualTo(Shape.of(absent.list(), imagined));
        for (var tool : new String[] {own, estateA.marker() + "__echo"}) {
            assertThat(Shape.ofCall(real.call(tool, HELLO), name))
                    .isEqualTo(Shape.ofCall(absent.call(tool, HELLO), imagined));
        }
    }

    private Agent at(String group) {
        return Agent.with(URI.create(tollgate.mcp() + "/" + group), estateB.secret());
    }

    @Test
    @DisplayName("is no more let in by a key that has an id of the other's than by one from nothing")
    void a_key_id_opens_nothing() {
        var environment = estateA.marker() + "-live";
        var guess = KeySecret.issue(new Slug(environment), new KeyId(estateA.key()), new SecureRandom())
                .reveal();
        var invented = Guess.fromNothing(environment);

        var known = Agent.with(tollgate.mcp(), guess).list();

        assertThat(known).returns(401, Answer::status);
        assertThat(Shape.of(known, guess))
                .isEqualTo(Shape.of(Agent.with(tollgate.mcp(), invented).list(), invented));
        assertThat(Shape.of(me(guess, ""), guess)).isEqualTo(Shape.of(me(invented, ""), invented));
    }

    @Test
    @DisplayName("is told about itself and nobody else")
    void me_is_myself() {
        for (var after : new String[] {"", estateA.marker() + "__echo", estateA.key()}) {
            var answer = me(estateB.secret(), after);

            assertThat(answer).returns(200, Answer::status);
            assertThat(estateA.traces()).as(answer.toString()).noneMatch(answer.text()::contains);
        }
        assertThat(me(estateB.secret(), "").text()).contains(estateB.key(), estateB.marker() + "__echo");
    }

    private Answer me(String secret, String after) {
        return Api.send(
                HttpRequest.newBuilder(tollgate.mcp().resolve("/v1/me" + (after.isEmpty() ? "" : "?after=" + after)))
                        .header("Authorization", "Bearer " + secret)
                        .build());
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("narrows itself to nothing by the other's servers and tools, as by ones that do not exist")
    void headers_name_nothing(Era era) {
        for (var header : new String[] {"X-Tollgate-Include-Servers", "X-Tollgate-Include-Tools"}) {
            var tool = header.endsWith("Tools") ? "__echo" : "";
            var real = agentB.speaking(era).header(header, estateA.marker() + tool);
            var absent = agentB.speaking(era).header(header, "imagined" + tool);

            assertThat(real.tools()).isEmpty();
            assertThat(Shape.of(real.list(), "-")).isEqualTo(Shape.of(absent.list(), "-"));
        }
    }

    @Test
    @DisplayName("has no session but its own, whosever it names")
    void a_session_is_nobodys() {
        var id = agentA.speaking(Era.LEGACY)
                .initialize()
                .header("Mcp-Session-Id")
                .orElseThrow();
        var plain = agentB.speaking(Era.LEGACY);
        var borrowed = plain.header("Mcp-Session-Id", id);
        var invented =
                plain.header("Mcp-Session-Id", new StringBuilder(id).reverse().toString());

        assertThat(borrowed.list()).returns(404, Answer::status);
        assertThat(Shape.of(borrowed.list(), id)).isEqualTo(Shape.of(invented.list(), id));
        var foreign = estateA.marker() + "__echo";
        assertThat(Shape.of(borrowed.call(foreign, HELLO), foreign))
                .isEqualTo(Shape.of(invented.call(foreign, HELLO), foreign));
    }
}
