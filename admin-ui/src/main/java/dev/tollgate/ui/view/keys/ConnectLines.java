package dev.tollgate.ui.view.keys;

import java.util.List;

/** What to type or paste so that an agent uses a key. */
final class ConnectLines {
    record Client(String id, String name, String how, String text) {}

    private ConnectLines() {}

    static List<Client> of(String gatewayUrl, String key) {
        return List.of(
                new Client(
                        "claude-code",
                        "Claude Code",
                        "Run this in a terminal:",
                        "claude mcp add --transport http tollgate " + gatewayUrl
                                + " \\\n  --header \"Authorization: Bearer " + key + "\""),
                new Client(
                        "cursor",
                        "Cursor",
                        "Put this into .cursor/mcp.json of your project, or ~/.cursor/mcp.json:",
                        """
                        {
                          "mcpServers": {
                            "tollgate": {
                              "url": "%s",
                              "headers": { "Authorization": "Bearer %s" }
                            }
                          }
                        }""".formatted(gatewayUrl, key)),
                new Client(
                        "inspector",
                        "MCP Inspector",
                        "Lists the tools that this key sees:",
                        "npx @modelcontextprotocol/inspector --cli " + gatewayUrl
                                + " \\\n  --transport http --method tools/list \\\n  --header \"Authorization: Bearer "
                                + key
                                + "\""),
                new Client(
                        "curl",
                        "curl",
                        "The bare protocol:",
                        "curl -s " + gatewayUrl + " \\\n  -H \"Authorization: Bearer " + key
                                + "\" \\\n  -H \"Content-Type: application/json\" \\\n"
                                + "  -H \"Accept: application/json, text/event-stream\" \\\n"
                                + "  -d '{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}'"));
    }
}
