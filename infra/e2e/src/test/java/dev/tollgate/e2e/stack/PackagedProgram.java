package dev.tollgate.e2e.stack;

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
 * A program that uses what is in the control plane. It is compiled here, against the control plane as it is packaged, because
 * this module has no plane on its class path.
 *
 * @param classPath its own classes and the packaged ones
 */
public record PackagedProgram(String main, String classPath) {
    /**
     * Compiles it.
     *
     * @param main the name of its class
     * @param folder below {@code src/test}, with its sources
     */
    public static PackagedProgram compiled(String main, String folder) throws IOException {
        var classes = Workplace.target().resolve("program-" + folder);
        Trees.delete(classes);
        Files.createDirectories(classes);
        var packaged = Workplace.repository().resolve("control-plane/target/quarkus-app");
        var jars = new ArrayList<String>();
        for (var part : List.of("app", "lib/main", "lib/boot")) {
            try (Stream<Path> files = Files.list(packaged.resolve(part))) {
                files.map(Path::toString).filter(it -> it.endsWith(".jar")).forEach(jars::add);
            }
        }
        compile(sources(Workplace.repository().resolve("infra/e2e/src/test").resolve(folder)), classes, jars);
        return new PackagedProgram(
                main,
                Stream.of(
                                classes,
                                packaged.resolve("app/*"),
                                packaged.resolve("lib/main/*"),
                                packaged.resolve("lib/boot/*"))
                        .map(Path::toString)
                        .reduce((before, next) -> before + ":" + next)
                        .orElseThrow());
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static void compile(List<Path> sources, Path classes, List<String> jars) throws IOException {
        var complaints = new StringWriter();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var options = List.of("-d", classes.toString(), "-cp", String.join(":", jars), "-proc:none");
            var done = compiler.getTask(
                            complaints, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!done) {
                throw new AssertionError(sources + " do not compile: " + complaints);
            }
        }
    }

    public List<String> command(String... arguments) {
        var command = new ArrayList<>(
                List.of(Jvm.java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath, main));
        command.addAll(List.of(arguments));
        return command;
    }
}
