package dev.tollgate.local.fetch;

import dev.tollgate.local.process.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fetches by Maven coordinates with the Maven that is installed, so that its settings and mirrors hold here too. */
final class Maven {
    private final Path log;

    /** @param log where Maven's output goes */
    Maven(Path log) {
        this.log = log;
    }

    /** Copies the jars that a pom's runtime class path is made of. */
    void copyDependencies(Path pom, Path folder) throws IOException, InterruptedException {
        run(List.of(
                "-f",
                pom.toString(),
                goal("copy-dependencies"),
                "-DincludeScope=runtime",
                "-DoutputDirectory=" + folder));
    }

    /** Unpacks an archive, keeping the run bits of its files. */
    void unpack(String coordinates, Path folder) throws IOException, InterruptedException {
        run(List.of(
                goal("unpack"),
                "-Dartifact=" + coordinates,
                "-DoutputDirectory=" + folder,
                "-DmarkersDirectory=" + folder.resolve(".markers")));
    }

    private void run(List<String> arguments) throws IOException, InterruptedException {
        var argv = new ArrayList<>(List.of(executable(), "-B", "-q", "-ntp"));
        argv.addAll(arguments);
        new Command(argv, Map.of("JAVA_HOME", System.getProperty("java.home")), Optional.empty(), log).run();
    }

    private static String goal(String goal) {
        return "org.apache.maven.plugins:maven-dependency-plugin:" + Versions.dependencyPlugin() + ":" + goal;
    }

    private static String executable() {
        var chosen = System.getenv("TOLLGATE_MVN");
        return chosen == null || chosen.isBlank() ? "mvn" : chosen;
    }
}
