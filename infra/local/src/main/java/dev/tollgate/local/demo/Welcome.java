package dev.tollgate.local.demo;

import dev.tollgate.local.app.QuarkusApp;
import dev.tollgate.local.stack.LocalStack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a person is told when everything runs. */
public final class Welcome {
    private Welcome() {}

    /**
     * Addresses, sign-ins and lines to copy.
     *
     * @param key the whole key of the demo's agent
     */
    public static String text(LocalStack stack, String key) throws IOException {
        var planes = stack.planes();
        return template()
                .replace("@console@", planes.console().url())
                .replace("@api@", planes.controlPlane().url() + "/api/v1")
                .replace("@mcp-of-each@", addresses(planes.gateways()))
                .replace("@mcp@", planes.gateways().getFirst().url() + "/mcp")
                .replace("@key@", key)
                .replace("@data@", stack.options().data().root().toString());
    }

    /** All of them, since any gateway of a region serves any of its agents. */
    private static String addresses(List<QuarkusApp> gateways) {
        return gateways.stream().map(gateway -> gateway.url() + "/mcp").collect(Collectors.joining("  or  "));
    }

    private static String template() throws IOException {
        try (var in = Objects.requireNonNull(Welcome.class.getResourceAsStream("welcome.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
