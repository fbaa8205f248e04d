package dev.tollgate.e2e.conformance;

import dev.tollgate.e2e.agent.ClientFolder;
import dev.tollgate.e2e.mcp.Era;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.PackagedProgram;
import dev.tollgate.e2e.stack.Tollgate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The OAuth client as the control plane is packaged with it, driven by a program of its own; no gateway and no store. */
@EndToEnd
@DisplayName("The official conformance suite, on authorization towards servers,")
class OauthClientConformanceIT {
    private static final List<String> OF_OLD =
            List.of("auth/2025-03-26-oauth-metadata-backcompat", "auth/2025-03-26-oauth-endpoint-fallback");

    private static final List<String> EXTENSIONS = List.of(
            "auth/client-credentials-jwt",
            "auth/client-credentials-basic",
            "auth/enterprise-managed-authorization",
            "auth/wif-jwt-bearer");

    /** What the suite expects to be named by where it can be; elsewhere it would try to read the document. */
    private static final String NAMED = "https://conformance-test.local";

    private static final String UNNAMED = "http://127.0.0.1:1";

    private final ClientFolder packages;
    private final PackagedProgram program;

    OauthClientConformanceIT(Tollgate tollgate) throws Exception {
        this.packages = ClientFolder.in(tollgate);
        this.program = PackagedProgram.compiled("OauthSuiteClient", "conformance");
    }

    @TestFactory
    @DisplayName("finds nothing on the OAuth client, in all that either revision requires")
    Stream<DynamicNode> alone() throws Exception {
        var verdicts = new ArrayList<Verdict>();
        verdicts.addAll(verdicts("2025-03-26", OF_OLD));
        for (var era : Era.values()) {
            var required = new Suite(packages, era.revision()).authorizationRequiredOfClients();
            verdicts.addAll(verdicts(era.revision(), List.copyOf(required)));
        }
        verdicts.addAll(verdicts(Era.MODERN.revision(), EXTENSIONS));
        return new Judgement(verdicts).byFeature(Feature::isHeld);
    }

    private List<Verdict> verdicts(String revision, List<String> scenarios) throws Exception {
        if (scenarios.isEmpty()) {
            throw new AssertionError("the suite requires nothing of authorization in " + revision);
        }
        var suite = new Suite(packages, revision);
        var verdicts = new ArrayList<Verdict>();
        for (var scenario : scenarios) {
            var publicUrl = scenario.equals("auth/basic-cimd") ? NAMED : UNNAMED;
            verdicts.add(suite.client(scenario, String.join(" ", program.command(publicUrl))));
        }
        return verdicts;
    }
}
