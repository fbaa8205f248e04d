package dev.tollgate.e2e.conformance;

import dev.tollgate.e2e.agent.ClientFolder;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.fixture.Fixture;
import dev.tollgate.e2e.mcp.Era;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Tollgate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

@EndToEnd
@DisplayName("The official conformance suite, on the server side,")
class ServerConformanceIT {
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
    @DisplayName("finds nothing on the fixture upstream that its revision asks for")
    Stream<DynamicNode> directly() throws Exception {
        return inEachEra((era, fixture, suite) -> {
                    var verdicts = suite.server(fixture.url(), "direct-" + era.revision());
                    verdicts.keySet().retainAll(suite.requiredOfServers());
                    return verdicts;
                })
                .ofAll();
    }

    @TestFactory
    @DisplayName("finds nothing on the gateway before the fixture, in each feature that it has")
    Stream<DynamicNode> throughTheGateway() throws Exception {
        return inEachEra((era, fixture, suite) -> {
                    try (var hop = hopBefore(fixture, era)) {
                        return suite.server(hop.url(), "gateway-" + era.revision());
                    }
                })
                .byFeature();
    }

    /** With a key that sees everything that the fixture has, under the names that it has there. */
    private HeaderHop hopBefore(Fixture fixture, Era era) throws IOException {
        var workshop = company.workshop(company.environment(era.name().toLowerCase(Locale.ROOT)));
        workshop.approveAll(workshop.unprefixed("fixture", fixture.url()));
        var key = workshop.key("suite", "*");
        workshop.agentSeeing(key, "test_simple_text");
        return HeaderHop.before(tollgate.mcp(), "Authorization: Bearer " + key.secret());
    }

    private Judgement inEachEra(Trial trial) throws Exception {
        var verdicts = new ArrayList<Verdict>();
        for (var era : Era.values()) {
            try (var fixture = Fixture.started(packages, era)) {
                verdicts.addAll(trial.of(era, fixture, new Suite(packages, era.revision()))
                        .values());
            }
        }
        return new Judgement(verdicts);
    }

    private interface Trial {
        Map<String, Verdict> of(Era era, Fixture fixture, Suite suite) throws Exception;
    }
}
