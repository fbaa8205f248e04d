package dev.tollgate.e2e.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.e2e.agent.ClientFolder;
import dev.tollgate.e2e.agent.Run;
import dev.tollgate.e2e.stack.Workplace;
import dev.tollgate.local.fetch.Trees;
import dev.tollgate.model.wire.WireJson;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The official suite for one revision, with everything that the revision asks for. */
record Suite(ClientFolder packages, String revision) {
    private static final String CLIENT_MILLIS_MAX = "100000";

    /** The folder of a scenario's results: its name and when it ran. */
    private static final Pattern RESULTS = Pattern.compile("(?:server-)?(.+?)-\\d{4}-\\d\\d-\\d\\dT.*");

    /** Runs every server scenario against what stands at the address; what it says of each, by name. */
    Map<String, Verdict> server(URI url, String name) throws IOException, InterruptedException {
        var results = results(name);
        run(
                results,
                "server",
                "--url",
                url.toString(),
                hasRequirements() ? "--requirements" : "--spec-version",
                revision);
        var verdicts = verdicts(results);
        if (verdicts.isEmpty() || !verdicts.keySet().containsAll(requiredOfServers())) {
            throw new AssertionError("the suite ran " + verdicts.keySet() + " alone; see " + results);
        }
        return verdicts;
    }

    /** Runs one client scenario on a command that is given the address of the suite's server as its last argument. */
    Verdict client(String scenario, String command) throws IOException, InterruptedException {
        var results = results("client-" + revision + "-" + scenario.replace('/', '-'));
        run(
                results,
                "client",
                "--command",
                command,
                "--scenario",
                scenario,
                "--spec-version",
                revision,
                // Extensions are of no revision; without it they are left out.
                "--force",
                "--timeout",
                CLIENT_MILLIS_MAX);
        var verdict = verdicts(results).get(scenario);
        if (verdict == null) {
            throw new AssertionError("the suite did not run " + scenario + "; see " + results);
        }
        return verdict;
    }

    /** What a server of this revision must pass, as the suite's makers list it. */
    private Set<String> requiredOfServers() throws IOException {
        return hasRequirements() ? required("server:") : Set.of();
    }

    /** What a client of this revision must pass of authorization, as the suite's makers list it. */
    Set<String> authorizationRequiredOfClients() throws IOException {
        return required("client:").stream()
                .filter(scenario -> scenario.startsWith("auth/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> required(String section) throws IOException {
        return Files.readAllLines(requirements()).stream()
                .dropWhile(line -> !line.equals(section))
                .skip(1)
                .takeWhile(line -> line.startsWith("  - "))
                .map(line -> line.substring("  - ".length()))
                .collect(Collectors.toSet());
    }

    /** Not of older revisions; of those the suite runs what it knows. */
    private boolean hasRequirements() {
        return Files.exists(requirements());
    }

    private Path requirements() {
        return packages.conformanceSuite().resolve("requirements").resolve(revision + ".yaml");
    }

    private static Path results(String name) throws IOException {
        var results = Workplace.target().resolve("conformance").resolve(name);
        Trees.delete(results);
        return Files.createDirectories(results);
    }

    private void run(Path results, String... arguments) throws IOException, InterruptedException {
        var argv = new ArrayList<>(List.of(
                packages.node().toString(),
                packages.conformanceSuite().resolve("dist/index.js").toString()));
        argv.addAll(List.of(arguments));
        argv.addAll(List.of("--output-dir", results.toString()));
        // Its status says no more than the results do, and counts extensions in.
        var run = Run.of(argv, "");
        Files.writeString(results.resolve("output.txt"), run.output() + run.complaints());
    }

    private Map<String, Verdict> verdicts(Path results) throws IOException {
        var verdicts = new TreeMap<String, Verdict>();
        try (var files = Files.walk(results)) {
            for (var file : files.filter(it -> it.endsWith("checks.json")).toList()) {
                // A scenario's name may have a slash in it.
                var folder = results.relativize(file.getParent()).toString();
                var name = RESULTS.matcher(folder);
                if (!name.matches()) {
                    throw new AssertionError("the suite left " + file);
                }
                verdicts.put(name.group(1), new Verdict(revision, name.group(1), checks(file)));
            }
        }
        return verdicts;
    }

    private static List<Check> checks(Path file) throws IOException {
        var checks = new ArrayList<Check>();
        WireJson.decode(Files.readAllBytes(file), JsonNode.class).forEach(check -> checks.add(Check.of(check)));
        return checks;
    }
}
