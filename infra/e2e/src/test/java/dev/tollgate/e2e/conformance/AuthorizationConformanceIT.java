package dev.tollgate.e2e.conformance;

import dev.tollgate.e2e.agent.ClientFolder;
import dev.tollgate.e2e.agent.NodeSources;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.mcp.Era;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.PackagedProgram;
import dev.tollgate.e2e.stack.Tollgate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

@EndToEnd
@DisplayName("The official conformance suite, on authorization towards servers,")
class AuthorizationConformanceIT {
    private static final List<String> OF_OLD =
            List.of("auth/2025-03-26-oauth-metadata-backcompat", "auth/2025-03-26-oauth-endpoint-fallback");

    private static final List<String> EXTENSIONS = List.of("auth/client-credentials-basic");

    /** By an address over https that the suite expects as our name, which this stack has not. */
    private static final String NAMED = "auth/basic-cimd";

    /** With a key of the suite's, where Tollgate makes its own; and by grants that no credential of a server asks for. */
    private static final List<String> EXTENSIONS_OF_THE_PROGRAM =
            List.of("auth/client-credentials-jwt", "auth/enterprise-managed-authorization", "auth/wif-jwt-bearer");

    private final Tollgate tollgate;
    private final ClientFolder packages;

    AuthorizationConformanceIT(Tollgate tollgate) throws Exception {
        this.tollgate = tollgate;
        this.packages = ClientFolder.in(tollgate);
    }

    private record Run(String revision, String scenario) {}

    private List<Run> required() throws Exception {
        var runs = new ArrayList<Run>();
        for (var era : Era.values()) {
            var required = new Suite(packages, era.revision()).authorizationRequiredOfClients();
            if (required.isEmpty()) {
                throw new AssertionError("the suite requires nothing of authorization in " + era.revision());
            }
            required.forEach(scenario -> runs.add(new Run(era.revision(), scenario)));
        }
        return runs;
    }

    @TestFactory
    @DisplayName("finds nothing on a server that is connected at the console and called through a gateway")
    Stream<DynamicNode> throughTheGateway() throws Exception {
        var runs = new ArrayList<Run>();
        OF_OLD.forEach(scenario -> runs.add(new Run("2025-03-26", scenario)));
        required().stream().filter(run -> !run.scenario().equals(NAMED)).forEach(runs::add);
        EXTENSIONS.forEach(scenario -> runs.add(new Run(Era.MODERN.revision(), scenario)));
        var handOver = NodeSources.of("agent", packages).resolve("hand-over.mjs");
        try (var connections = new Connections(Company.founded(tollgate, "conformance-auth"), tollgate.mcp())) {
            return judged(runs, packages.node() + " " + handOver + " " + connections.port());
        }
    }

    /** The OAuth client as the control plane is packaged with it, where no tenant of this stack can have it so. */
    @TestFactory
    @DisplayName("finds nothing on the OAuth client alone")
    Stream<DynamicNode> alone() throws Exception {
        var program = PackagedProgram.compiled("OauthSuiteClient", "conformance");
        var named =
                required().stream().filter(run -> run.scenario().equals(NAMED)).toList();
        var extensions = EXTENSIONS_OF_THE_PROGRAM.stream()
                .map(scenario -> new Run(Era.MODERN.revision(), scenario))
                .toList();
        return Stream.concat(
                judged(named, String.join(" ", program.command("https://conformance-test.local"))),
                judged(extensions, String.join(" ", program.command("http://127.0.0.1:1"))));
    }

    private Stream<DynamicNode> judged(List<Run> runs, String command) throws Exception {
        var works = runs.stream()
                .<Callable<Verdict>>map(
                        run -> () -> new Suite(packages, run.revision()).client(run.scenario(), command))
                .toList();
        return new Judgement(AtOnce.all(works)).byFeature(Feature::isHeld);
    }
}
