package dev.tollgate.e2e.conformance;

import dev.tollgate.e2e.agent.ClientFolder;
import dev.tollgate.e2e.agent.NodeSources;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.mcp.Era;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Tollgate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

@EndToEnd
@DisplayName("The official conformance suite, on the client side,")
class ClientConformanceIT {
    /** All but those on authorization, which {@link AuthorizationConformanceIT} runs. */
    private static final Map<Era, List<String>> SCENARIOS = Map.of(
            Era.LEGACY,
            List.of(
                    "initialize",
                    "tools_call",
                    "elicitation-sep1034-client-defaults",
                    "json-schema-2020-12-preservation"),
            Era.MODERN,
            List.of(
                    "tools_call",
                    "request-metadata",
                    "sep-2322-client-request-state",
                    "http-standard-headers",
                    "http-custom-headers",
                    "http-invalid-tool-headers",
                    "json-schema-ref-no-deref",
                    "json-schema-2020-12-preservation"));

    /** Measures by a clock when the gateway comes back, and so runs while no other does. */
    private static final String TIMED = "sse-retry";

    private final Tollgate tollgate;
    private final ClientFolder packages;
    private final Company company;

    ClientConformanceIT(Tollgate tollgate) throws Exception {
        this.tollgate = tollgate;
        this.packages = ClientFolder.in(tollgate);
        this.company = Company.founded(tollgate, "conformance-client");
    }

    @TestFactory
    @DisplayName("finds nothing on the gateway before its servers, in each feature that it has")
    Stream<DynamicNode> asAnUpstream() throws Exception {
        var visit = NodeSources.of("agent", packages).resolve("visit.mjs");
        var runs = new ArrayList<Callable<Verdict>>();
        for (var era : Era.values()) {
            for (var scenario : SCENARIOS.getOrDefault(era, List.of())) {
                runs.add(() -> verdict(new Suite(packages, era.revision()), scenario, visit));
            }
        }
        var verdicts = new ArrayList<>(AtOnce.all(runs));
        verdicts.add(verdict(new Suite(packages, Era.LEGACY.revision()), TIMED, visit));
        return new Judgement(verdicts).byFeature(Feature::isHeld);
    }

    private Verdict verdict(Suite suite, String scenario, Path visit) throws Exception {
        var environment = company.environment("s" + Integer.toHexString((suite.revision() + scenario).hashCode()));
        try (var upstream = Upstream.of(company.workshop(environment), tollgate.mcp())) {
            return suite.client(scenario, packages.node() + " " + visit + " " + upstream.port());
        }
    }
}
