package dev.tollgate.gateway.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.gateway.config.TestSnapshots;
import dev.tollgate.gateway.fixture.CountedConditions;
import dev.tollgate.gateway.fixture.PolicyMatrix;
import dev.tollgate.gateway.fixture.PolicyMatrix.Block;
import dev.tollgate.gateway.fixture.PolicyMatrix.Call;
import dev.tollgate.gateway.fixture.PolicyMatrix.Case;
import dev.tollgate.gateway.fixture.PolicyWorld;
import dev.tollgate.model.access.Binding;
import dev.tollgate.model.access.RequestFilter;
import dev.tollgate.model.access.ToolNames;
import dev.tollgate.model.access.Visibility;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.SubjectRef;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.id.Slug;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rule of what a key may do, case by case, against the compiled policy. */
class PolicyMatrixTest {
    private static final PolicyMatrix MATRIX = PolicyMatrix.read();
    private static final Map<String, Published> WORLDS = new HashMap<>();

    private record Published(PolicyWorld world, TenantSnapshot snapshot) {
        static Published of(String name) {
            PolicyWorld world = new PolicyWorld(MATRIX.world(name));
            TestSnapshots snapshots = new TestSnapshots();
            snapshots.publish(world.tenant);
            return new Published(
                    world, Objects.requireNonNull(snapshots.snapshots().ofTenant(world.tenant.id)));
        }
    }

    static Stream<Case> cases() {
        return MATRIX.all().stream();
    }

    @Test
    void holdsWhatItPromises() {
        assertThat(MATRIX.all())
                .hasSizeGreaterThanOrEqualTo(150)
                .extracting(Case::toString)
                .doesNotHaveDuplicates();
        assertThat(MATRIX.all()).extracting(Case::seen).contains("open", "conditional", "hidden");
        assertThat(MATRIX.all().stream().flatMap(each -> each.why().stream()))
                .contains("absent", "disabled", "environment", "baseline", "grant", "request", "group");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void holds(Case each) {
        // given
        Block block = each.block();
        Published published = WORLDS.computeIfAbsent(block.world(), Published::of);
        VirtualKeyConfig key = published.world.key(block.key()).config();
        KeyView view = block.group() == null
                ? KeyView.of(published.snapshot, key)
                : KeyView.of(published.snapshot, key, new Slug(block.group()));
        RequestFilter filter = filter(block);
        // when
        ExposedTool found = view.find(each.tool(), filter);
        // then it is seen, or not, for the reason given
        boolean conditional =
                found != null && found.rule() != null && found.rule().isConditional();
        assertThat(found == null ? "hidden" : conditional ? "conditional" : "open")
                .isEqualTo(each.seen());
        assertThat(why(published.snapshot, key, block, filter, each.tool(), found))
                .isEqualTo(each.why());
        // and it is listed exactly if it is seen
        String list =
                new String(Objects.requireNonNull(view.list(filter).page(null)).tools(), UTF_8);
        assertThat(list.contains("\"name\":\"" + each.tool() + "\"")).isEqualTo(found != null);
        // and calls end as they should
        for (Call call : each.calls()) {
            assertThat(outcome(found, call, block))
                    .as("called with %s", call.arguments())
                    .isEqualTo(call.outcome());
        }
    }

    private static String outcome(@Nullable ExposedTool tool, Call call, Block block) {
        if (tool == null) {
            return "UNKNOWN_TOOL";
        }
        CallRule rule = tool.rule();
        CallRule.Refusal refusal = rule == null
                ? null
                : rule.refusal(
                        tool,
                        new CallRule.Call(
                                call.arguments().getBytes(UTF_8),
                                block.agent() == null ? "" : block.agent(),
                                "",
                                block.source() == null ? "127.0.0.1" : block.source(),
                                block.at() == null ? Instant.now() : Instant.parse(block.at())),
                        new CountedConditions());
        return refusal == null ? "OK" : refusal.reason().name();
    }

    private static RequestFilter filter(Block block) {
        if (block.headers() == null) {
            return RequestFilter.NONE;
        }
        return new RequestFilter(
                globs(block.headers().get("X-Tollgate-Include-Servers")),
                globs(block.headers().get("X-Tollgate-Include-Tools")),
                globs(block.headers().get("X-Tollgate-Exclude-Tools")));
    }

    private static List<String> globs(@Nullable String header) {
        return header == null
                ? List.of()
                : Arrays.stream(header.split(",", -1)).map(String::trim).toList();
    }

    /** The bindings of a tool that is seen, or the first clause of the rule that hides it. */
    private static Set<String> why(
            TenantSnapshot snapshot,
            VirtualKeyConfig key,
            Block block,
            RequestFilter filter,
            String name,
            @Nullable ExposedTool found) {
        Visibility whole = Visibility.of(key, snapshot.subjects(), snapshot.groups());
        Visibility visibility = block.group() == null ? whole : whole.within(PolicyWorld.group(block.group()));
        if (found != null) {
            return visibility.through(found.server(), found.tool()).stream()
                    .map(binding -> label(snapshot, binding))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        for (ToolConfig tool : snapshot.catalog().tools()) {
            ServerConfig server =
                    Objects.requireNonNull(snapshot.catalog().servers().get(tool.server()));
            if (ToolNames.canonical(server.name(), tool.name()).equals(name)) {
                return Set.of(hidden(whole, key, filter, server, tool, block));
            }
        }
        return Set.of("absent");
    }

    private static String hidden(
            Visibility whole,
            VirtualKeyConfig key,
            RequestFilter filter,
            ServerConfig server,
            ToolConfig tool,
            Block block) {
        if (!server.enabled()) {
            return "disabled";
        }
        if (!server.environment().equals(key.environment())) {
            return "environment";
        }
        if (!server.baseline().contains("*") && !server.baseline().contains(tool.name())) {
            return "baseline";
        }
        if (!whole.sees(server, tool)) {
            return "grant";
        }
        String canonical = ToolNames.canonical(server.name(), tool.name());
        if (!filter.admits(server.name().value(), canonical, canonical)) {
            return "request";
        }
        return block.group() == null ? "name" : "group";
    }

    private static String label(TenantSnapshot snapshot, Binding binding) {
        String through = binding.through() == null ? "" : " via " + name(snapshot, binding.through());
        return binding.group() == null
                ? "own"
                : Objects.requireNonNull(snapshot.groups().get(binding.group())).name() + through;
    }

    private static String name(TenantSnapshot snapshot, SubjectRef ref) {
        return Objects.requireNonNull(snapshot.subjects().get(ref)).name();
    }
}
