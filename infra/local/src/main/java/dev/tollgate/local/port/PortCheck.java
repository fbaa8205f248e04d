package dev.tollgate.local.port;

import dev.tollgate.local.StackFailure;
import java.util.Collection;
import java.util.stream.Collectors;

/** Looks before anything starts whether the ports can be had. */
public final class PortCheck {
    private PortCheck() {}

    /** Fails with a sentence that names every taken port and who holds it. */
    public static void allFree(Ports ports, Collection<String> names) {
        var taken = names.stream()
                .filter(name -> !FreePorts.isFree(ports.of(name)))
                .map(name -> sentence(name, ports.of(name)))
                .toList();
        if (!taken.isEmpty()) {
            throw new StackFailure(taken.stream().collect(Collectors.joining("\n"))
                    + "\nStop the holder, or choose another port: --port NAME=NUMBER");
        }
    }

    private static String sentence(String name, int port) {
        var holder = PortHolder.of(port)
                .map(found -> "process " + found.pid() + " (" + found.command() + ")")
                .orElse("a process that this user may not see");
        return "Port %d, wanted for %s, is held by %s.".formatted(port, name, holder);
    }
}
