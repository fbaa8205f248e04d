package dev.tollgate.bench.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.bench.stub.StubTools;
import dev.tollgate.model.access.ToolNames;
import dev.tollgate.model.access.Visibility;
import dev.tollgate.model.config.ConfigResource;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.config.ToolGroupConfig;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.wire.ConfigCodec;
import dev.tollgate.model.wire.ConfigKey;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MadeTenantTest {
    private final MadeTenant tenant = make(0);

    @Test
    void everyKeySeesEveryToolThroughItsGroup() {
        ServerConfig server = only(ServerConfig.class);
        ToolGroupConfig group = only(ToolGroupConfig.class);

        for (VirtualKeyConfig key : all(VirtualKeyConfig.class)) {
            Visibility visibility = Visibility.of(key, Map.of(), Map.of(group.id(), group));
            assertThat(all(ToolConfig.class)).hasSize(5).allMatch(tool -> visibility.sees(server, tool));
        }
        assertThat(all(VirtualKeyConfig.class)).hasSize(3);
    }

    @Test
    void theToolThatIsCalledIsExposedUnderTheNameThatIsCalled() {
        ServerConfig server = only(ServerConfig.class);

        assertThat(ToolNames.assign(Map.of(server.id(), server), all(ToolConfig.class))
                        .values())
                .contains(MadeTenant.EXPOSED_ECHO);
    }

    @Test
    void aKeyInTheClearIsTheOneWhoseDigestIsPublished() {
        assertThat(tenant.keys())
                .allSatisfy(key -> assertThat(all(VirtualKeyConfig.class))
                        .anyMatch(published -> published.id().equals(key.keyId())
                                && published.credentials().getFirst().sha256().matches(key.digest())));
    }

    @Test
    void everythingCanBePublishedAndReadAgain() {
        for (ConfigResource resource : tenant.resources()) {
            assertThat(ConfigCodec.decode(ConfigKey.of(resource), ConfigCodec.encode(resource)))
                    .isEqualTo(resource);
        }
    }

    @Test
    void twoTenantsShareNoDefinition() {
        assertThat(hashes(tenant)).doesNotContainAnyElementsOf(hashes(make(1)));
    }

    @Test
    void eachOfSeveralServersExposesItsToolsUnderItsOwnName() {
        URI upstream = URI.create("http://127.0.0.1:1/mcp");
        MadeTenant several = MadeTenant.make(
                0, new TenantSize(1, 2), Site.REGION, List.of(upstream, upstream, upstream), new SecureRandom());
        Map<ServerId, ServerConfig> servers = several.resources().stream()
                .filter(ServerConfig.class::isInstance)
                .map(ServerConfig.class::cast)
                .collect(Collectors.toMap(ServerConfig::id, server -> server));
        List<ToolConfig> tools = several.resources().stream()
                .filter(ToolConfig.class::isInstance)
                .map(ToolConfig.class::cast)
                .toList();

        assertThat(ToolNames.assign(servers, tools).values())
                .containsExactlyInAnyOrder(
                        MadeTenant.EXPOSED_ECHO,
                        MadeTenant.exposed(0, StubTools.WATCH),
                        MadeTenant.exposed(1, StubTools.ECHO),
                        MadeTenant.exposed(1, StubTools.WATCH),
                        MadeTenant.exposed(2, StubTools.ECHO),
                        MadeTenant.exposed(2, StubTools.WATCH));
    }

    private static MadeTenant make(int index) {
        return MadeTenant.make(
                index, new TenantSize(3, 5), Site.REGION, URI.create("http://127.0.0.1:1/mcp"), new SecureRandom());
    }

    private static List<String> hashes(MadeTenant tenant) {
        return tenant.resources().stream()
                .filter(ToolConfig.class::isInstance)
                .map(resource -> ((ToolConfig) resource).definitionHash())
                .toList();
    }

    private <T> T only(Class<T> type) {
        assertThat(all(type)).hasSize(1);
        return all(type).getFirst();
    }

    private <T> List<T> all(Class<T> type) {
        return tenant.resources().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
