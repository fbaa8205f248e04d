package dev.tollgate.e2e.agent;

import dev.tollgate.e2e.stack.Workplace;
import dev.tollgate.local.fetch.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Our own scripts for Node, laid out where their imports find the fetched packages. */
public final class NodeSources {
    private static final String HERE = "infra/e2e/src/test/node";

    private static final Set<String> LAID_OUT = new HashSet<>();

    private NodeSources() {}

    /** One folder of them as it was when the first suite asked, in the build's: others may be running from it. */
    public static synchronized Path of(String name, ClientFolder packages) throws IOException {
        var folder = Workplace.target().resolve("node").resolve(name);
        if (!LAID_OUT.add(name)) {
            return folder;
        }
        Trees.delete(folder);
        Files.createDirectories(folder);
        try (var files = Files.list(Workplace.repository().resolve(HERE).resolve(name))) {
            for (var file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Files.createSymbolicLink(folder.resolve("node_modules"), packages.root().resolve("node_modules"));
        return folder;
    }
}
