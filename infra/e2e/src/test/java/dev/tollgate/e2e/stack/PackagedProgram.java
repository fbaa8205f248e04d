package dev.tollgate.e2e.conformance;

import dev.tollgate.e2e.stack.Workplace;
import dev.tollgate.local.fetch.Trees;
import dev.tollgate.local.part.Jvm;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * The program that drives the control plane's OAuth client. It is compiled here, against the control plane as it is packaged,
 * because this module has no plane on its class path.
 *
 * @param classPath its own classes and the packaged ones
 */
record OauthProgram(String classPath) {
    private static final String NAME = "OauthSuiteClient";

    static OauthProgram compiled() throws IOException {
        var classes = Workplace.target().resolve("oauth-suite-client");
        Trees.delete(classes);
        Files.createDirectories(classes);
        var packaged = Workplace.repository().resolve("control-plane/target/quarkus-app");
        var jars = new ArrayList<String>();
        for (var folder : List.of("app", "lib/main", "lib/boot")) {
            try (Stream<Path> files = Files.list(packaged.resolve(folder))) {
                files.map(Path::toString).filter(it -> it.endsWith(".jar")).forEach(jars::add);
            }
        }
        var source = Workplace.repository().resolve("infra/e2e/src/test/conformance/" + NAME + ".java");
        var complaints = new StringWriter();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var options = List.of("-d", classes.toString(), "-cp", String.join(":", jars), "-proc:none");
            var done = compiler.getTask(complaints, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
            if (!done) {
                throw new AssertionError(source + " does not compile: " + complaints);
            }
        }
        return new OauthProgram(Stream.of(
                        classes,
                        packaged.resolve("app/*"),
                        packaged.resolve("lib/main/*"),
                        packaged.resolve("lib/boot/*"))
                .map(Path::toString)
                .reduce((before, next) -> before + ":" + next)
                .orElseThrow());
    }

    /**
     * @param publicUrl where the control plane is said to be found from outside
     */
    String command(String publicUrl) {
        return String.join(
                " ", Jvm.java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath, NAME, publicUrl);
    }
}
