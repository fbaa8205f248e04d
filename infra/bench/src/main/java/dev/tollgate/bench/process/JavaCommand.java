package dev.tollgate.bench.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Command lines for child JVMs, run by the JDK that runs the bench. */
public final class JavaCommand {
    private JavaCommand() {}

    /** The bench itself with another sub-command. */
    public static List<String> bench(List<String> options, String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), mainClass));
        command.addAll(arguments);
        return List.copyOf(command);
    }

    public static List<String> jar(List<String> options, Path jar) {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toAbsolutePath().toString()));
        return List.copyOf(command);
    }

    /** Absolute, because a child runs in a folder of its own. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
