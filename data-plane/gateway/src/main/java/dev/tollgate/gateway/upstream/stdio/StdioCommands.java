package dev.tollgate.gateway.upstream.stdio;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The commands that the operator lets tenants name. A tenant's text never becomes a word of a command line.
 *
 * @param argv program and arguments by the command's name
 */
public record StdioCommands(Map<String, List<String>> argv) {
    public StdioCommands {
        argv = Map.copyOf(argv);
        argv.forEach((name, words) -> {
            if (words.isEmpty() || words.getFirst().isBlank()) {
                throw new IllegalArgumentException("the command " + name + " has no program");
            }
        });
    }

    Optional<List<String>> find(String name) {
        return Optional.ofNullable(argv.get(name));
    }
}
