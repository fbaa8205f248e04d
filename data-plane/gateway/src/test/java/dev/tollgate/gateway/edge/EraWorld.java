package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.upstream.HttpUpstreams;
import dev.tollgate.gateway.upstream.SystemResolver;
import dev.tollgate.model.config.ServerConfig;

/** A gateway before a server of one era. */
final class EraWorld implements AutoCloseable {
    /** Of the tool that takes a region, which a modern client repeats in a header. */
    static final String TEXT = "\"title\":\"T\",\"icons\":[{\"src\":\"https://x.example/i.png\",\"sizes\":[\"any\"]}],"
            + "\"annotations\":{\"readOnlyHint\":true},\"inputSchema\":{\"type\":\"object\",\"x\":1e400},"
            + "\"outputSchema\":{\"type\":\"object\"},\"execution\":{\"taskSupport\":\"forbidden\"}}";

    private static final String REGION = "{\"name\":\"region\",\"inputSchema\":{\"type\":\"object\",\"properties\":{"
            + "\"region\":{\"type\":\"string\",\"x-mcp-header\":\"Region\"}}}}";
    private static final String[] TOOLS = {
        "image",
        "audio",
        "embedded",
        "link",
        "structured",
        "failing",
        "broken",
        "progress",
        "log",
        "hang",
        "ask-form",
        "ask-url",
        "ask-model",
        "ask-model-with-tools",
        "ask-roots",
        "ask-magic"
    };
    static final int MANY = 1_200;

    final EdgeServer edge;
    final EraUpstream upstream;
    private final HttpUpstreams upstreams;
    private final TestTenant tenant = new TestTenant();
    private final ServerConfig changing;
    private final String key;
    private final String keyOfMany;
    private final String keyOfChanging;
    private int tools;

    EraWorld(boolean modern) throws Exception {
        edge = new EdgeServer();
        upstream = new EraUpstream(edge.vertx(), modern);
        upstreams = new HttpUpstreams(edge.vertx(), new SystemResolver(edge.vertx()), true, _ -> {});
        edge.port = upstreams;
        ServerConfig up = tenant.server("up", upstream.url());
        tenant.tool(up, "text", "{\"name\":\"text\"," + TEXT);
        tenant.tool(up, "region", REGION);
        for (String tool : TOOLS) {
            tenant.tool(up, tool);
        }
        ServerConfig many = tenant.server("many", upstream.url());
        for (int i = 0; i < MANY; i++) {
            tenant.tool(many, "t%04d".formatted(i));
        }
        changing = tenant.server("changing", upstream.url());
        key = tenant.key("up__*").text();
        keyOfMany = tenant.key("many__*").text();
        keyOfChanging = tenant.key("changing__*").text();
        edge.snapshots.publish(tenant);
        upstream.answers.put("tools/call region", "{\"content\":[]}");
        upstream.answers.put("prompts/list", "{\"prompts\":[{\"name\":\"greet\",\"n\":1.50},{\"name\":\"strict\"}]}");
        upstream.answers.put("resources/list", "{\"resources\":[{\"uri\":\"up://a\",\"name\":\"A\",\"n\":1.50}]}");
        upstream.answers.put(
                "resources/templates/list", "{\"resourceTemplates\":[{\"uriTemplate\":\"up://{id}\",\"n\":1.50}]}");
    }

    EraAgent agent(String revision) throws Exception {
        return new EraAgent(edge, key, revision).begun();
    }

    EraAgent agentOfMany(String revision) throws Exception {
        return new EraAgent(edge, keyOfMany, revision).begun();
    }

    EraAgent agentOfChanging(String revision) throws Exception {
        return new EraAgent(edge, keyOfChanging, revision).begun();
    }

    /** There is one tool more than before, seen by one of the agents. */
    void change() {
        tenant.tool(changing, "t" + tools++);
        edge.snapshots.publish(tenant);
    }

    @Override
    public void close() throws Exception {
        upstreams.close();
        upstream.close();
        edge.close();
    }
}
