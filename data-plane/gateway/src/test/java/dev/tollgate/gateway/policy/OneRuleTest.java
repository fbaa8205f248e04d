package dev.tollgate.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.gateway.config.TestSnapshots;
import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.fixture.TestTenant.IssuedKey;
import dev.tollgate.gateway.json.JsonArrays;
import dev.tollgate.gateway.json.JsonReader;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.model.access.RequestFilter;
import dev.tollgate.model.access.VisibleTools;
import dev.tollgate.model.access.VisibleTools.Visible;
import dev.tollgate.model.config.PrefixMode;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.ToolConfig;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A gateway lists what the control plane says that a key sees, whatever the configuration. */
class OneRuleTest {
    private static final URI URL = URI.create("http://127.0.0.1:1/mcp");
    private static final int CONFIGURATIONS = 300;
    private static final List<String> NAMES = List.of("find", "find_", "a.b", "a_b", "pay", "x".repeat(70));
    private static final List<String> PATTERNS = List.of("*", "crm__*", "*__find*", "erp__pay", "hr__a*");

    @Test
    void bothPlanesNameTheSameTools() throws MalformedJson {
        for (long seed = 0; seed < CONFIGURATIONS; seed++) {
            var world = new World(new Random(seed));

            List<String> listed = world.listedByGateway();

            assertThat(listed)
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(world.seenByRule().stream()
                            .map(Visible::exposedName)
                            .toList());
            assertThat(listed).as("seed %d", seed).doesNotHaveDuplicates();
        }
    }

    @Test
    void aDisabledServerTakesNoName() {
        var tenant = new TestTenant();
        ServerConfig served = tenant.server("crm", URL, List.of("*"), PrefixMode.ON_COLLISION);
        ServerConfig off = disabled(tenant, tenant.server("erp", URL, List.of("*"), PrefixMode.ON_COLLISION));
        List<ToolConfig> tools = List.of(tenant.tool(served, "find"), tenant.tool(off, "find"));

        List<Visible> seen = VisibleTools.of(tenant.key("*").config(), Map.of(), Map.of(), List.of(served, off), tools);

        assertThat(seen).extracting(Visible::exposedName).containsExactly("find");
    }

    private static ServerConfig disabled(TestTenant tenant, ServerConfig server) {
        var off = new ServerConfig(
                server.tenant(),
                server.id(),
                server.environment(),
                server.name(),
                server.transport(),
                server.baseline(),
                server.prefixMode(),
                false,
                server.timeoutMillis());
        tenant.put(off);
        return off;
    }

    private static final class World {
        private final TestTenant tenant = new TestTenant();
        private final List<ServerConfig> servers = new ArrayList<>();
        private final List<ToolConfig> tools = new ArrayList<>();
        private final IssuedKey key;

        World(Random random) {
            for (String name : List.of("crm", "erp", "hr")) {
                List<String> baseline = random.nextInt(3) == 0 ? List.of("find", "pay") : List.of("*");
                PrefixMode mode = PrefixMode.values()[random.nextInt(PrefixMode.values().length)];
                ServerConfig server = tenant.server(name, URL, baseline, mode);
                servers.add(random.nextInt(3) == 0 ? disabled(tenant, server) : server);
                NAMES.stream()
                        .filter(_ -> random.nextBoolean())
                        .forEach(tool -> tools.add(tenant.tool(servers.getLast(), tool)));
            }
            key = tenant.key(
                    PATTERNS.get(random.nextInt(PATTERNS.size())), PATTERNS.get(random.nextInt(PATTERNS.size())));
        }

        List<Visible> seenByRule() {
            return VisibleTools.of(key.config(), Map.of(), Map.of(), servers, tools);
        }

        List<String> listedByGateway() throws MalformedJson {
            var snapshots = new TestSnapshots();
            snapshots.publish(tenant);
            TenantSnapshot snapshot =
                    Objects.requireNonNull(snapshots.snapshots().ofTenant(tenant.id));
            ToolList.Page page = Objects.requireNonNull(
                    KeyView.of(snapshot, key.config()).list(RequestFilter.NONE).page(null));
            return JsonArrays.elements(new JsonReader(page.tools()), 10_000).stream()
                    .map(span -> span.text(page.tools()).replaceFirst("(?s).*?\"name\":\"([^\"]*)\".*", "$1"))
                    .toList();
        }
    }
}
