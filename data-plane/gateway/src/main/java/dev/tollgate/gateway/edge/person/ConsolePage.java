package dev.tollgate.gateway.edge.person;

import dev.tollgate.model.id.ServerId;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where people see to their connections. It is the operator's word, never an address from a request, and leads to Tollgate's
 * own console, never to a provider.
 *
 * @param console its address, without a query; with or without a slash at its end
 */
public record ConsolePage(URI console) {
    public ConsolePage {
        boolean web = "https".equals(console.getScheme()) || "http".equals(console.getScheme());
        if (!web || console.getHost() == null || console.getRawQuery() != null || console.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "tollgate.console-url is an http or https address without query or fragment, not " + console);
        }
    }

    /**
     * A person's connection to a server.
     *
     * @param client that asks to use it
     */
    public String of(ServerId server, String client) {
        String address = console.toString();
        String base = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        return base + "/connections/" + server + "?client=" + URLEncoder.encode(client, StandardCharsets.UTF_8);
    }
}
