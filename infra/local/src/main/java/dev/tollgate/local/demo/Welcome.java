package dev.tollgate.local.demo;

import dev.tollgate.local.stack.LocalStack;
import dev.tollgate.model.id.Region;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person is told when everything runs. */
public final class Welcome {
    private Welcome() {}

    /** Addresses, sign-ins and lines to copy. */
    public static String text(LocalStack stack, Demo demo) throws IOException {
        var planes = stack.planes();
        return template()
                .replace("@console@", planes.console().url())
                .replace("@api@", planes.controlPlane().url() + "/api/v1")
                .replace("@mcp-of-each@", addresses(stack, demo.region()))
                .replace("@elsewhere@", elsewhere(stack, demo.region()))
                .replace("@mcp@", urls(stack, demo.region()).findFirst().orElseThrow())
                .replace("@key@", demo.key())
                .replace("@data@", stack.options().data().root().toString());
    }

    /** All of them, since any gateway of a region serves any of its agents. */
    private static String addresses(LocalStack stack, Region region) {
        return urls(stack, region).collect(Collectors.joining("  or  "));
    }

    /** A line for each region that the demo's tenant could be moved to. */
    private static String elsewhere(LocalStack stack, Region home) {
        return stack.options().regions().all().stream()
                .filter(region -> !region.equals(home))
                .map(region -> "            " + addresses(stack, region) + "  once moved to " + region + "\n")
                .collect(Collectors.joining());
    }

    private static Stream<String> urls(LocalStack stack, Region region) {
        var regions = stack.options().regions().byGateway();
        return stack.planes().gateways().stream()
                .filter(gateway -> region.equals(regions.get(gateway.name())))
                .map(gateway -> gateway.url() + "/mcp");
    }

    private static String template() throws IOException {
        try (var in = Objects.requireNonNull(Welcome.class.getResourceAsStream("welcome.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
