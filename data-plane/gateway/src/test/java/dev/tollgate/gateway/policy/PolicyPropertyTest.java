package dev.tollgate.gateway.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.gateway.config.TestSnapshots;
import dev.tollgate.gateway.fixture.CountedConditions;
import dev.tollgate.gateway.fixture.PolicyMatrix.Key;
import dev.tollgate.gateway.fixture.PolicyMatrix.Server;
import dev.tollgate.gateway.fixture.PolicyMatrix.Subject;
import dev.tollgate.gateway.fixture.PolicyMatrix.Tool;
import dev.tollgate.gateway.fixture.PolicyMatrix.World;
import dev.tollgate.gateway.fixture.PolicyWorld;
import dev.tollgate.model.access.RequestFilter;
import dev.tollgate.model.condition.Condition;
import dev.tollgate.model.config.Grant;
import dev.tollgate.model.config.ToolPattern;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.id.Slug;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random policies: what is compiled says what the rule says, as it is written here once more and without any of its code. */
class PolicyPropertyTest {
    private static final int SEEDS = 600;
    private static final List<String> ENVIRONMENTS = List.of("prod", "test");
    private static final List<String> SERVERS = List.of("crm", "erp", "wiki", "mail");
    private static final List<String> TOOLS = List.of("find", "read_note", "write_note", "pay", "drop");
    private static final List<String> GROUPS = List.of("g0", "g1", "g2", "g3", "g4");
    private static final List<String> SUBJECTS = List.of(
            "tier:pro", "customer:a", "customer:b", "team:a", "team:b", "user:a", "user:b", "service:a", "provider:ai");
    private static final List<String> GLOBS = List.of(
            "*", "crm__*", "erp__pay", "*__read_*", "*_note", "wiki__*d", "*a*", "mail__drop", "nowhere__*", "c*_*_f*");
    private static final List<String> WHENS = List.of("args.n < 10", "args.n < 100", "args.n >= 50", "args.n <");
    private static final int[] ARGUMENTS = {5, 50, 500};

    @Test
    void theCompiledPolicyIsTheRule() {
        int open = 0;
        int conditional = 0;
        int hidden = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            World world = world(random);
            PolicyWorld policy = new PolicyWorld(world);
            TenantSnapshot snapshot = publish(policy);
            for (String name : world.keys().keySet()) {
                String group = random.nextInt(3) == 0 ? pick(random, GROUPS) : null;
                RequestFilter filter = filter(random);
                KeyView view = view(snapshot, policy.key(name).config(), group);
                Map<String, Set<String>> expected = naive(world, name, group, filter);
                String at = "seed " + seed + ", key " + name + ", group " + group + ", " + filter;

                assertThat(listed(view, filter)).as(at).isEqualTo(expected.keySet());
                for (String server : SERVERS) {
                    for (String tool : TOOLS) {
                        String canonical = server + "__" + tool;
                        Set<String> whens = expected.get(canonical);
                        ExposedTool found = view.find(canonical, filter);
                        assertThat(found != null).as("%s, %s", at, canonical).isEqualTo(whens != null);
                        if (found == null || whens == null) {
                            hidden++;
                            continue;
                        }
                        if (whens.isEmpty()) {
                            open++;
                        } else {
                            conditional++;
                        }
                        for (int n : ARGUMENTS) {
                            assertThat(mayCall(found, n))
                                    .as("%s, %s with %d", at, canonical, n)
                                    .isEqualTo(whens.isEmpty() || whens.stream().anyMatch(when -> holds(when, n)));
                        }
                    }
                }
            }
        }
        assertThat(List.of(open, conditional, hidden)).as("each is tried often").allMatch(count -> count > 500);
    }

    @Test
    void aRequestHeaderNeverWidens() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            World world = world(random);
            PolicyWorld policy = new PolicyWorld(world);
            TenantSnapshot snapshot = publish(policy);
            for (String name : world.keys().keySet()) {
                VirtualKeyConfig key = policy.key(name).config();
                RequestFilter before = filter(random);
                RequestFilter after = narrower(random, before);
                KeyView view = view(snapshot, key, null);

                assertThat(listed(view, RequestFilter.NONE))
                        .as("seed %d, key %s", seed, name)
                        .containsAll(listed(view, before));
                assertThat(listed(view, before))
                        .as("seed %d, key %s, %s then %s", seed, name, before, after)
                        .containsAll(listed(view, after));
                assertThat(listed(view, before))
                        .as("seed %d, key %s in a group", seed, name)
                        .containsAll(listed(view(snapshot, key, pick(random, GROUPS)), before));
            }
        }
    }

    // --- the rule, written plainly: what is visible, and the conditions on it, none meaning that it is free
    // -----------------

    private static Map<String, Set<String>> naive(
            World world, String keyName, @Nullable String group, RequestFilter filter) {
        Key key = Objects.requireNonNull(world.keys().get(keyName));
        List<Grant> grants = new ArrayList<>();
        if (group == null) {
            grants.addAll(Objects.requireNonNull(key.grants()));
        }
        Set<String> attached = new HashSet<>(Objects.requireNonNull(key.groups()));
        String above = key.owner();
        while (above != null) {
            Subject subject = Objects.requireNonNull(world.subjects()).get(above);
            if (subject != null) {
                attached.addAll(Objects.requireNonNull(subject.groups()));
            }
            above = subject == null ? null : subject.parent();
        }
        Subject provider = Objects.requireNonNull(world.subjects()).get("provider:" + key.provider());
        if (provider != null) {
            attached.addAll(Objects.requireNonNull(provider.groups()));
        }
        for (String each : attached) {
            if (group == null || group.equals(each)) {
                grants.addAll(Objects.requireNonNull(world.groups()).getOrDefault(each, List.of()));
            }
        }
        Map<String, Set<String>> visible = new TreeMap<>();
        world.servers().forEach((serverName, server) -> {
            for (Tool tool : server.tools()) {
                String canonical = serverName + "__" + tool.name();
                List<Grant> given = grants.stream()
                        .filter(grant -> glob(grant.tools().glob(), canonical))
                        .toList();
                List<String> baseline = Objects.requireNonNull(server.baseline());
                if (!Boolean.FALSE.equals(tool.approved())
                        && Boolean.TRUE.equals(server.enabled())
                        && Objects.equals(server.environment(), key.environment())
                        && (baseline.contains("*") || baseline.contains(tool.name()))
                        && !given.isEmpty()
                        && asked(filter, serverName, canonical)) {
                    Set<String> whens = new HashSet<>();
                    boolean free = false;
                    for (Grant grant : given) {
                        if (grant.when() == null) {
                            free = true;
                        } else {
                            whens.add(grant.when().text());
                        }
                    }
                    visible.put(canonical, free ? Set.of() : whens);
                }
            }
        });
        return visible;
    }

    private static boolean asked(RequestFilter filter, String server, String tool) {
        return (filter.includeServers().isEmpty()
                        || filter.includeServers().stream().anyMatch(g -> glob(g, server)))
                && (filter.includeTools().isEmpty()
                        || filter.includeTools().stream().anyMatch(g -> glob(g, tool)))
                && filter.excludeTools().stream().noneMatch(g -> glob(g, tool));
    }

    private static boolean glob(String glob, String text) {
        String regex = Pattern.quote(glob).replace("*", "\\E.*\\Q");
        return Pattern.matches(regex, text);
    }

    private static boolean holds(String when, int n) {
        return switch (when) {
            case "args.n < 10" -> n < 10;
            case "args.n < 100" -> n < 100;
            case "args.n >= 50" -> n >= 50;
            default -> false;
        };
    }

    // --- what is compiled
    // ------------------------------------------------------------------------------------------------------

    private static TenantSnapshot publish(PolicyWorld policy) {
        TestSnapshots snapshots = new TestSnapshots();
        snapshots.publish(policy.tenant);
        return Objects.requireNonNull(snapshots.snapshots().ofTenant(policy.tenant.id));
    }

    private static KeyView view(TenantSnapshot snapshot, VirtualKeyConfig key, @Nullable String group) {
        return group == null ? KeyView.of(snapshot, key) : KeyView.of(snapshot, key, new Slug(group));
    }

    private static Set<String> listed(KeyView view, RequestFilter filter) {
        String list =
                new String(Objects.requireNonNull(view.list(filter).page(null)).tools(), UTF_8);
        Set<String> names = new HashSet<>();
        var matcher = Pattern.compile("\"name\":\"([^\"]*)\"").matcher(list);
        while (matcher.find()) {
            assertThat(names.add(matcher.group(1))).isTrue();
        }
        return names;
    }

    private static boolean mayCall(ExposedTool tool, int n) {
        CallRule.Call call = new CallRule.Call(("{\"n\":" + n + "}").getBytes(UTF_8), "", "", "", Instant.EPOCH);
        return tool.rule() == null || tool.rule().refusal(tool, call, new CountedConditions()) == null;
    }

    // --- chance
    // ------------------------------------------------------------------------------------------------------------------

    private static World world(Random random) {
        Map<String, Server> servers = new LinkedHashMap<>();
        for (String name : SERVERS) {
            List<Tool> tools = TOOLS.stream()
                    .map(tool -> new Tool(tool, null, null, random.nextInt(6) > 0))
                    .toList();
            List<String> baseline = random.nextInt(4) > 0 ? List.of("*") : some(random, TOOLS, 3);
            servers.put(name, new Server(environment(random), baseline, null, random.nextInt(8) > 0, tools));
        }
        Map<String, List<Grant>> groups = new LinkedHashMap<>();
        for (String name : GROUPS) {
            if (random.nextInt(5) > 0) {
                groups.put(name, grants(random, 3));
            }
        }
        Map<String, Subject> subjects = new LinkedHashMap<>();
        for (String name : SUBJECTS) {
            if (random.nextInt(6) > 0) {
                subjects.put(name, new Subject(parent(random, name), some(random, GROUPS, 2)));
            }
        }
        Map<String, Key> keys = new LinkedHashMap<>();
        for (String name : List.of("k0", "k1", "k2")) {
            String provider = random.nextInt(3) == 0 ? "ai" : null;
            String owner = pick(random, SUBJECTS.subList(1, SUBJECTS.size() - 1));
            keys.put(name, new Key(environment(random), grants(random, 2), some(random, GROUPS, 2), owner, provider));
        }
        return new World(ENVIRONMENTS, servers, groups, subjects, keys);
    }

    private static String environment(Random random) {
        return ENVIRONMENTS.get(random.nextInt(4) == 0 ? 1 : 0);
    }

    private static @Nullable String parent(Random random, String subject) {
        String kind = subject.substring(0, subject.indexOf(':'));
        List<String> possible = switch (kind) {
            case "customer" -> List.of("tier:pro", "tier:none");
            case "team" -> List.of("customer:a", "customer:b");
            case "user" -> List.of("team:a", "team:b");
            case "service" -> List.of("team:a", "customer:b");
            default -> List.of();
        };
        return possible.isEmpty() || random.nextInt(5) == 0 ? null : pick(random, possible);
    }

    private static List<Grant> grants(Random random, int max) {
        List<Grant> grants = new ArrayList<>();
        for (String glob : some(random, GLOBS, max)) {
            Condition when = random.nextInt(3) == 0 ? new Condition(pick(random, WHENS)) : null;
            grants.add(new Grant(new ToolPattern(glob), when));
        }
        return grants;
    }

    private static RequestFilter filter(Random random) {
        return random.nextBoolean()
                ? RequestFilter.NONE
                : new RequestFilter(
                        some(random, List.of("crm", "e*", "*", "*i*"), 1),
                        some(random, GLOBS, 2),
                        some(random, GLOBS.subList(1, GLOBS.size()), 1));
    }

    /** As if one more header were sent: another exclusion, or an inclusion where there was none. */
    private static RequestFilter narrower(Random random, RequestFilter filter) {
        List<String> servers = filter.includeServers().isEmpty() ? some(random, SERVERS, 2) : filter.includeServers();
        List<String> tools = filter.includeTools().isEmpty() ? some(random, GLOBS, 2) : filter.includeTools();
        List<String> excluded = new ArrayList<>(filter.excludeTools());
        excluded.addAll(some(random, GLOBS, 2));
        return new RequestFilter(servers, tools, excluded);
    }

    private static List<String> some(Random random, List<String> of, int max) {
        List<String> chosen = new ArrayList<>();
        for (int i = random.nextInt(max + 1); i > 0; i--) {
            chosen.add(pick(random, of));
        }
        return chosen;
    }

    private static String pick(Random random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
