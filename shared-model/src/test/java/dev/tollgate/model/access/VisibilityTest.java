package dev.tollgate.model.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.model.Samples;
import dev.tollgate.model.config.PrefixMode;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.config.ToolGroupConfig;
import dev.tollgate.model.id.EnvironmentId;
import dev.tollgate.model.id.GroupId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VisibilityTest {
    private static final ToolConfig SEARCH = Samples.tool(Samples.CRM, new UUID(1, 1), "search");
    private static final ToolConfig READ = Samples.tool(Samples.FILES, new UUID(1, 2), "read_text");
    private static final ToolConfig WRITE = Samples.tool(Samples.FILES, new UUID(1, 3), "write_text");

    @Test
    void no_grants_mean_nothing() {
        assertThat(visibility(List.of(), Map.of()).sees(Samples.crm(), SEARCH)).isFalse();
    }

    @Test
    void own_grants_and_groups_are_united() {
        Visibility key = visibility(List.of("crm__*"), Map.of(Samples.GROUP, Samples.group("*__read_*")));

        assertThat(key.sees(Samples.crm(), SEARCH)).isTrue();
        assertThat(key.sees(Samples.files(), READ)).isTrue();
    }

    @Test
    void a_group_that_is_gone_grants_nothing() {
        assertThat(visibility(List.of(), Map.of()).sees(Samples.files(), READ)).isFalse();
    }

    @Test
    void the_baseline_holds_back_what_is_granted() {
        assertThat(visibility(List.of("*"), Map.of()).sees(Samples.files(), WRITE))
                .isFalse();
    }

    @Test
    void neither_another_environments_server_nor_a_disabled_one_nor_an_absent_one_is_seen() {
        Visibility key = visibility(List.of("*"), Map.of());

        assertThat(key.sees(crm(new EnvironmentId(new UUID(9, 9)), true), SEARCH))
                .isFalse();
        assertThat(key.sees(crm(Samples.ENVIRONMENT, false), SEARCH)).isFalse();
        assertThat(key.sees(crm(Samples.ENVIRONMENT, true), SEARCH)).isTrue();
        assertThat(key.sees(null, SEARCH)).isFalse();
    }

    @Test
    void a_request_filter_only_narrows() {
        assertThat(RequestFilter.NONE.admits("crm", "crm__search", "search")).isTrue();
        assertThat(filter(List.of("files"), List.of(), List.of()).admits("crm", "crm__search", "search"))
                .isFalse();
        assertThat(filter(List.of("c*"), List.of("search"), List.of()).admits("crm", "crm__search", "search"))
                .isTrue();
        assertThat(filter(List.of("c*"), List.of("search"), List.of("crm__*")).admits("crm", "crm__search", "search"))
                .isFalse();
    }

    @Test
    void a_request_filter_has_bounds() {
        assertThatThrownBy(() -> filter(Collections.nCopies(101, "a"), List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> filter(List.of("a".repeat(201)), List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static RequestFilter filter(List<String> servers, List<String> tools, List<String> excluded) {
        return new RequestFilter(servers, tools, excluded);
    }

    private static Visibility visibility(List<String> grants, Map<GroupId, ToolGroupConfig> groups) {
        return Visibility.of(Samples.key(grants, List.of(Samples.GROUP)), Map.of(), groups);
    }

    private static ServerConfig crm(EnvironmentId environment, boolean enabled) {
        ServerConfig crm = Samples.crm();
        return new ServerConfig(
                crm.tenant(),
                crm.id(),
                environment,
                crm.name(),
                crm.transport(),
                crm.baseline(),
                PrefixMode.ALWAYS,
                enabled,
                crm.timeoutMillis());
    }
}
