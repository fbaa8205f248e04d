package dev.tollgate.model.access;

import static dev.tollgate.model.config.ToolMode.CODE;
import static dev.tollgate.model.config.ToolMode.DIRECT;
import static dev.tollgate.model.config.ToolMode.SEARCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.Samples;
import dev.tollgate.model.config.Grant;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.StubBinding;
import dev.tollgate.model.config.TenantConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.config.ToolGroupConfig;
import dev.tollgate.model.config.ToolMode;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.id.GroupId;
import dev.tollgate.model.id.Slug;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolModesTest {
    private static final ToolConfig SEARCH_TOOL = Samples.tool(Samples.CRM, UUID.randomUUID(), "search");

    @ParameterizedTest(name = "key {0}, groups {1}, server {2}, tenant {3}: {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-,      -,             -,      -,      DIRECT",
                "-,      -,             -,      CODE,   CODE",
                "-,      -,             SEARCH, CODE,   SEARCH",
                "-,      -,             DIRECT, CODE,   DIRECT",
                "-,      CODE,          SEARCH, DIRECT, CODE",
                "-,      CODE SEARCH,   DIRECT, -,      SEARCH",
                "-,      SEARCH CODE,   DIRECT, -,      SEARCH",
                "-,      CODE DIRECT,   SEARCH, -,      DIRECT",
                "-,      NOTHING CODE,  DIRECT, -,      CODE",
                "-,      NOTHING,       SEARCH, CODE,   SEARCH",
                "CODE,   DIRECT,        SEARCH, SEARCH, CODE",
                "DIRECT, CODE,          CODE,   CODE,   DIRECT",
                "SEARCH, DIRECT CODE,   -,      -,      SEARCH",
            })
    void the_nearest_that_says_something_holds_and_of_groups_the_most_direct(
            @Nullable ToolMode key,
            @Nullable String groups,
            @Nullable ToolMode server,
            @Nullable ToolMode tenant,
            ToolMode expected) {
        Map<GroupId, ToolGroupConfig> attached = groups("crm__*", groups == null ? new String[0] : groups.split(" "));
        VirtualKeyConfig holder = Samples.keyShown(List.of("crm__search"), List.copyOf(attached.keySet()), key);
        ServerConfig crm = Samples.crmShown(server, null);

        assertThat(mode(holder, attached, crm, tenant(tenant))).isEqualTo(expected);
    }

    @Test
    void a_group_has_no_say_in_tools_that_are_not_its_own() {
        Map<GroupId, ToolGroupConfig> attached = groups("crm__delete", "CODE");
        VirtualKeyConfig holder = Samples.key(List.of("crm__search"), List.copyOf(attached.keySet()));

        assertThat(mode(holder, attached, Samples.crm(), null)).isEqualTo(DIRECT);
    }

    @Test
    void within_one_group_no_other_has_a_say() {
        Map<GroupId, ToolGroupConfig> attached = groups("crm__*", "CODE", "DIRECT");
        GroupId code = attached.values().stream()
                .filter(group -> group.toolMode() == CODE)
                .map(ToolGroupConfig::id)
                .findAny()
                .orElseThrow();
        VirtualKeyConfig holder = Samples.key(List.of(), List.copyOf(attached.keySet()));
        ServerConfig crm = Samples.crm();

        List<Binding> through =
                Visibility.of(holder, Map.of(), attached).within(code).through(crm, SEARCH_TOOL);

        assertThat(ToolModes.of(holder, through, crm, tenant(SEARCH))).isEqualTo(CODE);
    }

    @Test
    void a_server_that_says_nothing_is_one_file() {
        assertThat(Samples.crm().stubs()).isEqualTo(StubBinding.SERVER);
        assertThat(Samples.crmShown(null, StubBinding.TOOL).stubs()).isEqualTo(StubBinding.TOOL);
    }

    private static ToolMode mode(
            VirtualKeyConfig holder,
            Map<GroupId, ToolGroupConfig> attached,
            ServerConfig crm,
            @Nullable TenantConfig tenant) {
        return ToolModes.of(holder, Visibility.of(holder, Map.of(), attached).through(crm, SEARCH_TOOL), crm, tenant);
    }

    private static Map<GroupId, ToolGroupConfig> groups(String pattern, String... modes) {
        Map<GroupId, ToolGroupConfig> groups = new HashMap<>();
        for (String mode : modes) {
            GroupId id = new GroupId(UUID.randomUUID());
            groups.put(
                    id,
                    new ToolGroupConfig(
                            Samples.TENANT,
                            id,
                            new Slug("group-" + groups.size()),
                            List.of(Grant.of(pattern)),
                            mode.equals("NOTHING") ? null : ToolMode.valueOf(mode)));
        }
        return groups;
    }

    private static @Nullable TenantConfig tenant(@Nullable ToolMode mode) {
        return Samples.sayingHowToolsAreShown().stream()
                .filter(TenantConfig.class::isInstance)
                .map(one -> ((TenantConfig) one).deciding(null, mode, false, List.of(), null))
                .findAny()
                .orElseThrow();
    }
}
