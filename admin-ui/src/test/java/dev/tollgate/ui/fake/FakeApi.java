package dev.tollgate.ui.fake;

import dev.tollgate.model.api.Call;
import dev.tollgate.model.api.Environment;
import dev.tollgate.model.api.GatewayStatus;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.api.Me;
import dev.tollgate.model.api.NewEnvironment;
import dev.tollgate.model.api.NewKey;
import dev.tollgate.model.api.NewPrice;
import dev.tollgate.model.api.NewServer;
import dev.tollgate.model.api.NewToolGroup;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Price;
import dev.tollgate.model.api.Problem;
import dev.tollgate.model.api.RevokeKey;
import dev.tollgate.model.api.RotateKey;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ServerHealth;
import dev.tollgate.model.api.SpendReport;
import dev.tollgate.model.api.SpendRow;
import dev.tollgate.model.api.Tenant;
import dev.tollgate.model.api.Tool;
import dev.tollgate.model.api.ToolGroup;
import dev.tollgate.model.api.VirtualKey;
import dev.tollgate.model.api.VisibleTool;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.money.Money;
import dev.tollgate.ui.client.ApiProblem;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.client.ToolCatalog;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A tenant's content in memory behind the API's interface. Stale versions and one taken name are refused. */
public final class FakeApi implements TollgateApi {
    public static final String SECRET = "tg_production_kNewKey00001_" + "s".repeat(43) + "_2xYz09";
    public static final String TAKEN = "taken";

    public Me me = Demo.person("olivia@acme.example", "owner", "admin");
    public final List<Environment> environments = new ArrayList<>();
    public final List<Server> servers = new ArrayList<>();
    public final List<Tool> tools = new ArrayList<>();
    public final List<ToolGroup> groups = new ArrayList<>();
    public final List<VirtualKey> keys = new ArrayList<>();
    public final List<Price> prices = new ArrayList<>();
    public final List<GatewayStatus> gateways = new ArrayList<>();
    public final List<Call> calls = new ArrayList<>();
    /** What was asked for, in order: {@code approveTool <id>}. */
    public final List<String> log = new ArrayList<>();
    /** If set, every request fails with it. */
    public @Nullable ApiProblem outage;

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
        ToolGroup support = Demo.group("support", "crm__find_*", "crm__read_*");
        api.groups.add(support);
        VirtualKey bot = Demo.key("kBot00000001", "support bot", VirtualKey.State.ACTIVE, List.of(support.id()));
        api.keys.add(bot);
        api.keys.add(Demo.key("kOld00000001", "old laptop", VirtualKey.State.REVOKED, List.of()));
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
    public Page<GatewayStatus> gateways() {
        return answer(new Page<>(gateways, null));
    }

    @Override
    public Page<Environment> environments(int limit, @Nullable String cursor) {
        return page(environments, limit, cursor);
    }

    @Override
    public Environment createEnvironment(String idempotencyKey, NewEnvironment wanted) {
        refuseTaken(wanted.name());
        Environment made = new Environment(UUID.randomUUID(), wanted.name(), wanted.description(), Instant.now(), 1);
        environments.add(made);
        return answer(made);
    }

    @Override
    public Environment replaceEnvironment(UUID id, String ifMatch, NewEnvironment wanted) {
        Environment old = one(environments, Environment::id, id);
        precondition(ifMatch, old.version());
        return swap(
                environments,
                old,
                new Environment(id, wanted.name(), wanted.description(), old.createdAt(), old.version() + 1));
    }

    @Override
    public void deleteEnvironment(UUID id, String ifMatch) {
        Environment old = one(environments, Environment::id, id);
        precondition(ifMatch, old.version());
        environments.remove(old);
    }

    @Override
    public Page<Server> servers(int limit, @Nullable String cursor) {
        return page(servers, limit, cursor);
    }

    @Override
    public Server server(UUID id) {
        return answer(one(servers, Server::id, id));
    }

    @Override
    public Server createServer(String idempotencyKey, NewServer wanted) {
        refuseTaken(wanted.name());
        ServerHealth pending = new ServerHealth(ServerHealth.State.PENDING, null, null, null, null, null);
        Server made = server(UUID.randomUUID(), wanted, pending, 0, 0, 1);
        servers.add(made);
        return answer(made);
    }

    @Override
    public Server replaceServer(UUID id, String ifMatch, NewServer wanted) {
        Server old = one(servers, Server::id, id);
        precondition(ifMatch, old.version());
        return swap(
                servers,
                old,
                server(id, wanted, old.health(), old.approvedTools(), old.quarantinedTools(), old.version() + 1));
    }

    private static Server server(
            UUID id, NewServer wanted, ServerHealth health, int approved, int waiting, long version) {
        return new Server(
                id,
                wanted.name(),
                wanted.environmentId(),
                wanted.description(),
                wanted.transport(),
                Optional.ofNullable(wanted.baseline()).orElse(List.of("*")),
                java.util.Objects.requireNonNull(wanted.prefixMode()),
                java.util.Objects.requireNonNull(wanted.toolApproval()),
                Boolean.TRUE.equals(wanted.enabled()),
                Optional.ofNullable(wanted.timeoutMillis()).orElse(30_000),
                health,
                approved,
                waiting,
                Instant.now(),
                version);
    }

    @Override
    public void deleteServer(UUID id, String ifMatch) {
        Server old = one(servers, Server::id, id);
        precondition(ifMatch, old.version());
        servers.remove(old);
    }

    @Override
    public void syncServer(UUID id, String ifMatch) {
        answer(log.add("syncServer " + id));
    }

    @Override
    public void approveTools(UUID serverId, String ifMatch) {
        log.add("approveTools " + serverId);
        List.copyOf(tools).stream()
                .filter(tool -> tool.serverId().equals(serverId) && tool.state() == Tool.State.QUARANTINED)
                .forEach(tool -> swap(tools, tool, in(tool, Tool.State.APPROVED)));
        Server old = one(servers, Server::id, serverId);
        precondition(ifMatch, old.version());
    }

    @Override
    public Page<Tool> tools(
            @Nullable UUID server,
            Tool.@Nullable State state,
            @Nullable String search,
            int limit,
            @Nullable String cursor) {
        return page(
                tools.stream()
                        .filter(tool -> server == null || tool.serverId().equals(server))
                        .filter(tool -> state == null || tool.state() == state)
                        .filter(tool -> search == null || tool.name().contains(search))
                        .toList(),
                limit,
                cursor);
    }

    @Override
    public Tool tool(UUID id) {
        return answer(one(tools, Tool::id, id));
    }

    @Override
    public Tool approveTool(UUID id, String ifMatch) {
        Tool old = one(tools, Tool::id, id);
        precondition(ifMatch, old.version());
        log.add("approveTool " + id);
        return swap(tools, old, in(old, Tool.State.APPROVED));
    }

    @Override
    public Tool retireTool(UUID id, String ifMatch) {
        Tool old = one(tools, Tool::id, id);
        precondition(ifMatch, old.version());
        return swap(tools, old, in(old, Tool.State.RETIRED));
    }

    private static Tool in(Tool tool, Tool.State state) {
        return new Tool(
                tool.id(),
                tool.serverId(),
                tool.serverName(),
                tool.name(),
                state == Tool.State.APPROVED ? ToolCatalog.canonicalName(tool) : null,
                tool.title(),
                tool.description(),
                state,
                Optional.ofNullable(tool.pendingDefinition()).orElse(tool.definition()),
                tool.definitionHash(),
                null,
                null,
                tool.firstSeenAt(),
                tool.lastSeenAt(),
                tool.version() + 1);
    }

    @Override
    public Page<ToolGroup> groups(int limit, @Nullable String cursor) {
        return page(groups, limit, cursor);
    }

    @Override
    public ToolGroup createGroup(String idempotencyKey, NewToolGroup wanted) {
        refuseTaken(wanted.name());
        ToolGroup made = new ToolGroup(
                UUID.randomUUID(), wanted.name(), wanted.description(), wanted.patterns(), Instant.now(), 1);
        groups.add(made);
        return answer(made);
    }

    @Override
    public ToolGroup replaceGroup(UUID id, String ifMatch, NewToolGroup wanted) {
        ToolGroup old = one(groups, ToolGroup::id, id);
        precondition(ifMatch, old.version());
        return swap(
                groups,
                old,
                new ToolGroup(
                        id,
                        wanted.name(),
                        wanted.description(),
                        wanted.patterns(),
                        old.createdAt(),
                        old.version() + 1));
    }

    @Override
    public void deleteGroup(UUID id, String ifMatch) {
        ToolGroup old = one(groups, ToolGroup::id, id);
        precondition(ifMatch, old.version());
        groups.remove(old);
    }

    @Override
    public Page<VirtualKey> keys(
            @Nullable String search,
            VirtualKey.@Nullable State state,
            @Nullable UUID environment,
            int limit,
            @Nullable String cursor) {
        return page(
                keys.stream()
                        .filter(key -> search == null || key.name().contains(search))
                        .filter(key -> state == null || key.state() == state)
                        .filter(key ->
                                environment == null || key.environmentId().equals(environment))
                        .toList(),
                limit,
                cursor);
    }

    @Override
    public IssuedKey createKey(String idempotencyKey, NewKey wanted) {
        refuseTaken(wanted.name());
        log.add("createKey " + idempotencyKey);
        VirtualKey made = key("kNewKey00001", wanted, Instant.now(), 1);
        keys.addFirst(made);
        return answer(new IssuedKey(made, SECRET));
    }

    @Override
    public VirtualKey replaceKey(String id, String ifMatch, NewKey wanted) {
        VirtualKey old = one(keys, VirtualKey::id, id);
        precondition(ifMatch, old.version());
        return swap(keys, old, key(id, wanted, old.createdAt(), old.version() + 1));
    }

    private VirtualKey key(String id, NewKey wanted, Instant createdAt, long version) {
        Environment environment = one(environments, Environment::id, wanted.environmentId());
        return new VirtualKey(
                id,
                wanted.name(),
                environment.id(),
                environment.name(),
                "tg_" + environment.name() + "_" + id,
                Optional.ofNullable(wanted.grants()).orElse(List.of()),
                Optional.ofNullable(wanted.groupIds()).orElse(List.of()),
                VirtualKey.State.ACTIVE,
                createdAt,
                wanted.expiresAt(),
                null,
                null,
                null,
                version);
    }

    @Override
    public IssuedKey rotateKey(String id, String ifMatch, String idempotencyKey, RotateKey rotation) {
        VirtualKey old = one(keys, VirtualKey::id, id);
        precondition(ifMatch, old.version());
        log.add("rotateKey " + id + " " + rotation.overlapSeconds());
        return answer(new IssuedKey(old, SECRET));
    }

    @Override
    public VirtualKey revokeKey(String id, String ifMatch, RevokeKey revocation) {
        VirtualKey old = one(keys, VirtualKey::id, id);
        precondition(ifMatch, old.version());
        return swap(
                keys,
                old,
                new VirtualKey(
                        id,
                        old.name(),
                        old.environmentId(),
                        old.environmentName(),
                        old.hint(),
                        old.grants(),
                        old.groupIds(),
                        VirtualKey.State.REVOKED,
                        old.createdAt(),
                        old.expiresAt(),
                        old.rotatedAt(),
                        Instant.now(),
                        revocation.reason(),
                        old.version() + 1));
    }

    @Override
    public List<VisibleTool> keyTools(String id) {
        VirtualKey key = one(keys, VirtualKey::id, id);
        List<String> patterns = Stream.concat(
                        key.grants().stream(),
                        groups.stream()
                                .filter(group -> key.groupIds().contains(group.id()))
                                .flatMap(group -> group.patterns().stream()))
                .toList();
        return key.state() == VirtualKey.State.ACTIVE
                ? new ToolCatalog(tools)
                        .matching(patterns).stream()
                                .filter(tool -> tool.exposedName() != null)
                                .map(FakeApi::visible)
                                .toList()
                : List.of();
    }

    private static VisibleTool visible(Tool tool) {
        return new VisibleTool(
                tool.id(), tool.serverId(), ToolCatalog.canonicalName(tool), tool.serverName(), tool.name());
    }

    @Override
    public Page<Price> prices(int limit, @Nullable String cursor) {
        return page(prices, limit, cursor);
    }

    @Override
    public Price createPrice(String idempotencyKey, NewPrice wanted) {
        Price made = price(UUID.randomUUID(), wanted, 1);
        prices.add(made);
        return answer(made);
    }

    @Override
    public Price replacePrice(UUID id, String ifMatch, NewPrice wanted) {
        Price old = one(prices, Price::id, id);
        precondition(ifMatch, old.version());
        return swap(prices, old, price(id, wanted, old.version() + 1));
    }

    private Price price(UUID id, NewPrice wanted, long version) {
        return new Price(
                id,
                wanted.serverId(),
                one(servers, Server::id, wanted.serverId()).name(),
                wanted.toolName(),
                wanted.perCall(),
                Boolean.TRUE.equals(wanted.chargeFailures()),
                Instant.now(),
                version);
    }

    @Override
    public void deletePrice(UUID id, String ifMatch) {
        Price old = one(prices, Price::id, id);
        precondition(ifMatch, old.version());
        prices.remove(old);
    }

    @Override
    public SpendReport spend(String groupBy, Instant from, Instant to) {
        log.add("spend " + groupBy);
        List<Call> within = calls.stream()
                .filter(call ->
                        !call.startedAt().isBefore(from) && call.startedAt().isBefore(to))
                .toList();
        Map<String, List<Call>> groups = groupBy.isEmpty()
                ? Map.of()
                : within.stream()
                        .collect(
                                Collectors.groupingBy(call -> group(groupBy, call), TreeMap::new, Collectors.toList()));
        return answer(new SpendReport(
                from,
                to,
                groupBy.isEmpty() ? List.of() : List.of(groupBy),
                groups.entrySet().stream()
                        .map(entry -> row(
                                named(groupBy, entry.getKey(), entry.getValue().getFirst()), entry.getValue()))
                        .toList(),
                row(Map.of(), within),
                3L));
    }

    private static Map<String, String> named(String by, String value, Call call) {
        return switch (by) {
            case "key" -> Map.of(by, value, "keyName", String.valueOf(call.keyName()));
            case "server" -> Map.of(by, value, "serverName", String.valueOf(call.serverName()));
            case "environment" -> Map.of(by, value, "environmentName", String.valueOf(call.environmentName()));
            default -> Map.of(by, value);
        };
    }

    private static String group(String by, Call call) {
        return switch (by) {
            case "key" -> String.valueOf(call.keyId());
            case "tool" -> String.valueOf(call.toolName());
            case "server" -> String.valueOf(call.serverId());
            case "environment" -> String.valueOf(call.environmentId());
            case "status" -> call.status().name();
            case "day" -> call.startedAt().atZone(ZoneOffset.UTC).toLocalDate().toString();
            case "hour" -> call.startedAt().truncatedTo(ChronoUnit.HOURS).toString();
            default -> throw new IllegalArgumentException("no such dimension: " + by);
        };
    }

    private static SpendRow row(Map<String, String> group, List<Call> calls) {
        return new SpendRow(
                group,
                calls.size(),
                calls.stream()
                        .filter(call -> call.status() == CallStatus.TOOL_ERROR)
                        .count(),
                calls.stream()
                        .filter(call -> call.status() == CallStatus.REFUSED)
                        .count(),
                calls.stream().map(Call::cost).reduce(Money.ZERO, Money::plus),
                42_000,
                98_000);
    }

    @Override
    public byte[] spendCsv(String groupBy, Instant from, Instant to) {
        return (groupBy + ",calls,cost\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Page<Call> calls(
            @Nullable String key,
            @Nullable UUID server,
            @Nullable String tool,
            @Nullable CallStatus status,
            int limit,
            @Nullable String cursor) {
        return page(
                calls.stream()
                        .filter(call -> key == null || key.equals(call.keyId()))
                        .filter(call -> server == null || server.equals(call.serverId()))
                        .filter(call -> tool == null || tool.equals(call.toolName()))
                        .filter(call -> status == null || call.status() == status)
                        .toList(),
                limit,
                cursor);
    }

    private <T> Page<T> page(List<T> all, int limit, @Nullable String cursor) {
        int from = cursor == null ? 0 : Integer.parseInt(cursor);
        int to = Math.min(all.size(), from + limit);
        return answer(new Page<>(all.subList(from, to), to < all.size() ? Integer.toString(to) : null));
    }

    private <T> T answer(T value) {
        ApiProblem problem = outage;
        if (problem != null) {
            throw problem;
        }
        return value;
    }

    private <T> T swap(List<T> all, T old, T made) {
        all.set(all.indexOf(old), made);
        return answer(made);
    }

    private static <T, I> T one(List<T> all, Function<T, I> id, I wanted) {
        return all.stream()
                .filter(each -> id.apply(each).equals(wanted))
                .findFirst()
                .orElseThrow(() -> problem(404, "Not found", null));
    }

    private static void precondition(String ifMatch, long version) {
        if (!ifMatch.equals(IfMatch.version(version))) {
            throw problem(412, "The resource has changed", null);
        }
    }

    private static void refuseTaken(String name) {
        if (name.equals(TAKEN)) {
            throw problem(
                    422, "The request is not valid", List.of(new Problem.FieldError("name", "this name is taken")));
        }
    }

    public static ApiProblem problem(int status, String title, @Nullable List<Problem.FieldError> errors) {
        return new ApiProblem(new Problem("about:blank", title, status, null, null, errors));
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
}
