package dev.tollgate.e2e.conformance;

import dev.tollgate.e2e.agent.ClientFolder;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Workshop;
import dev.tollgate.e2e.fixture.Fixture;
import dev.tollgate.e2e.mcp.Era;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Tollgate;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

@EndToEnd
@DisplayName("The official conformance suite, on the server side,")
class ServerConformanceIT {
    /** The official server library leaves headers of parameters to whoever uses it; the gateway checks them itself. */
    private static final String NOT_THE_FIXTURES = "http-custom-header-server-validation";

    /** The suite knows next to nothing of the one before. */
    private static final String OLDER = "2025-06-18";

    private final Tollgate tollgate;
    private final ClientFolder packages;
    private final Company company;

    ServerConformanceIT(Tollgate tollgate) throws Exception {
        this.tollgate = tollgate;
        this.packages = ClientFolder.in(tollgate);
        this.company = Company.founded(tollgate, "conformance");
    }

    /** What is not found on the fixture itself is not its doing where it is found through the gateway. */
    @TestFactory
    @DisplayName("finds nothing on the fixture upstream itself")
    Stream<DynamicNode> directly() throws Exception {
        return new Judgement(all(List.of(() -> directly(Era.LEGACY), () -> directly(Era.MODERN)))).ofAll();
    }

    private Collection<Verdict> directly(Era era) throws Exception {
        try (var fixture = Fixture.started(packages, era)) {
            var found = new Suite(packages, era.revision()).server(fixture.url(), "direct-" + era.revision());
            found.remove(NOT_THE_FIXTURES);
            return found.values();
        }
    }

    private static List<Verdict> all(List<Callable<Collection<Verdict>>> runs) throws Exception {
        return AtOnce.all(runs).stream().flatMap(Collection::stream).toList();
    }

    @TestFactory
    @DisplayName("finds nothing on the gateway before a fixture of the same era, in each feature that it has")
    Stream<DynamicNode> throughTheGateway() throws Exception {
        var verdicts = all(List.of(
                () -> throughTheGateway(OLDER, Era.LEGACY),
                () -> throughTheGateway(Era.LEGACY.revision(), Era.LEGACY),
                () -> throughTheGateway(Era.MODERN.revision(), Era.MODERN)));
        return new Judgement(verdicts).byFeature(Feature::isHeld);
    }

    @TestFactory
    @DisplayName("finds nothing on the gateway before a fixture of the other era, in each feature that it translates")
    Stream<DynamicNode> acrossTheEras() throws Exception {
        var verdicts = all(List.of(
                () -> throughTheGateway(OLDER, Era.MODERN),
                () -> throughTheGateway(Era.LEGACY.revision(), Era.MODERN),
                () -> throughTheGateway(Era.MODERN.revision(), Era.LEGACY)));
        return new Judgement(verdicts).only(Feature.ACROSS_ERAS).byFeature(Feature.HELD_ACROSS_ERAS::contains);
    }

    private Collection<Verdict> throughTheGateway(String revision, Era upstream) throws Exception {
        var name = "of-" + revision + "-before-" + upstream.name().toLowerCase(Locale.ROOT);
        try (var fixture = Fixture.started(packages, upstream);
                var hop = hopBefore(fixture, company.workshop(company.environment(name)))) {
            return new Suite(packages, revision).server(hop.url(), name).values();
        }
    }

    /** With a key that sees everything that the fixture has, under the names that it has there. */
    private HeaderHop hopBefore(Fixture fixture, Workshop workshop) throws IOException {
        workshop.approveAll(workshop.unprefixed("fixture", fixture.url()));
        var key = workshop.key("suite", "*");
        workshop.agentSeeing(key, "test_simple_text");
        return HeaderHop.before(tollgate.mcp(), "Authorization: Bearer " + key.secret());
    }
}
