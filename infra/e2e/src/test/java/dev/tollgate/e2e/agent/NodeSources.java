package dev.tollgate.e2e.agent;

import dev.tollgate.e2e.stack.Workplace;
import dev.tollgate.local.fetch.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Our own scripts for Node, laid out where their imports find the fetched packages. */
public final class NodeSources {
    private static final String HERE = "infra/e2e/src/test/node";

    private NodeSources() {}

    /** One folder of them as it is now, in the build's. */
    public static Path of(String name, ClientFolder packages) throws IOException {
        var folder = Workplace.target().resolve("node").resolve(name);
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
