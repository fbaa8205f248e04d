package dev.tollgate.ui.fake;

import dev.tollgate.model.api.Call;
import dev.tollgate.model.api.GatewayStatus;
import dev.tollgate.model.api.Me;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Propagation;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.Subject;
import dev.tollgate.model.api.Tenant;
import dev.tollgate.model.api.Tool;
import dev.tollgate.model.api.ToolGroup;
import dev.tollgate.model.api.VirtualKey;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tenant's content in memory behind the API's interface, put together of one fake a feature. */
public final class FakeApi extends FakeContent
        implements FakeEnvironments,
                FakeServers,
                FakeCredentials,
                FakeTools,
                FakeGroups,
                FakeKeys,
                FakeSubjects,
                FakePeople,
                FakeClients,
                FakeConnections,
                FakeSettings,
                FakePrices,
                FakeCatalogue,
                FakeModels,
                FakeLimits,
                FakeAlerts,
                FakeCalls {
    public static final String SECRET = "tg_production_kNewKey00001_" + "s".repeat(43) + "_2xYz09";

    public static FakeApi withDemo() {
        FakeApi api = new FakeApi();
        api.environments.addAll(List.of(Demo.PRODUCTION, Demo.STAGING));
        Server crm = Demo.server("crm", Demo.healthy(), 3, 2);
        Server tickets = Demo.server("tickets", Demo.failing(), 0, 0);
        api.servers.addAll(List.of(crm, tickets));
        for (String name : List.of("find_customer", "read_customer", "list_orders")) {
            api.tools.add(Demo.tool(crm, name, Tool.State.APPROVED, null));
        }
        api.tools.add(Demo.tool(
                crm,
                "update_customer",
                Tool.State.QUARANTINED,
                Demo.definition("update_customer", Demo.HOSTILE, "customer")));
        api.tools.add(Demo.tool(crm, "delete_customer", Tool.State.QUARANTINED, null));
        Subject pro = Demo.subject("tier:pro", "Pro", null, List.of());
        Subject globex = Demo.subject("customer:" + UUID.randomUUID(), "Globex", pro, List.of());
        ToolGroup support = Demo.group("support", "crm__find_*", "crm__read_*");
        api.groups.add(support);
        Subject team = Demo.subject("team:" + UUID.randomUUID(), "Support desk", globex, List.of(support.id()));
        api.subjects.addAll(List.of(
                pro,
                globex,
                team,
                Demo.subject("service:" + Demo.SERVICE, "default", null, List.of()),
                Demo.subject("provider:anthropic", "Anthropic", null, List.of())));
        VirtualKey bot = Demo.key("kBot00000001", "support bot", VirtualKey.State.ACTIVE, List.of(support.id()));
        api.keys.add(bot);
        api.keys.add(Demo.key("kOld00000001", "old laptop", VirtualKey.State.REVOKED, List.of()));
        Subject olivia = Demo.subject("user:" + UUID.randomUUID(), "Olivia Ortega", null, List.of());
        Subject vic = Demo.subject("user:" + UUID.randomUUID(), "Vic Varga", null, List.of());
        api.subjects.addAll(List.of(olivia, vic));
        api.people.addAll(List.of(
                Demo.user(api.me.subject(), "olivia@acme.example", olivia, "owner", "admin"),
                Demo.user(UUID.randomUUID().toString(), "vic@acme.example", vic, "viewer")));
        api.prices.add(Demo.price(crm, null, "0.0025"));
        api.gateways.add(Demo.gateway("gateway-1", true));
        api.gateways.add(Demo.gateway("gateway-2", false));
        Random random = new Random(7);
        for (int i = 0; i < 260; i++) {
            String tool = api.tools.get(random.nextInt(3)).name();
            api.calls.add(Demo.call(random, crm, tool, bot, Demo.NOW.minusSeconds(40L + i * i * 3L)));
        }
        return api;
    }

    @Override
    public Me me() {
        return answer(me);
    }

    @Override
    public Page<Tenant> tenants(int limit, @Nullable String cursor) {
        return page(List.of(Demo.ACME), limit, cursor);
    }

    @Override
    public Propagation propagation(long revision) {
        return answer(new Propagation(revision, Demo.NOW, List.of(), 0, 0, null));
    }

    @Override
    public Page<GatewayStatus> gateways() {
        return answer(new Page<>(gateways, null));
    }

    /** A minute of silence and then one more call, for pages that watch. */
    public void oneMoreCall() {
        Call newest = calls.getFirst();
        calls.addFirst(Demo.call(
                new Random(calls.size()),
                servers.getFirst(),
                String.valueOf(newest.toolName()),
                keys.getFirst(),
                newest.startedAt().plus(Duration.ofSeconds(60))));
    }

    @Override
    public FakeContent content() {
        return this;
    }
}
