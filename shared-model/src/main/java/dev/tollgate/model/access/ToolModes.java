package dev.tollgate.model.access;

import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.TenantConfig;
import dev.tollgate.model.config.ToolMode;
import dev.tollgate.model.config.VirtualKeyConfig;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rule of how a tool is shown to a key: as the key says; or else as the group says by which the key comes by it, and if
 * groups differ, in the most direct of their ways; or else as its server says; or else as the tenant says; or else directly.
 */
public final class ToolModes {
    private ToolModes() {}

    /**
     * @param through the ways in which the key comes by the tool
     * @param server the tool's
     * @param tenant absent as long as it is not published
     */
    public static ToolMode of(
            VirtualKeyConfig key, List<Binding> through, ServerConfig server, @Nullable TenantConfig tenant) {
        return Optional.ofNullable(key.toolMode())
                .or(() -> through.stream()
                        .map(Binding::toolMode)
                        .filter(Objects::nonNull)
                        .min(ToolMode::compareTo))
                .or(() -> Optional.ofNullable(server.toolMode()))
                .or(() -> Optional.ofNullable(tenant).map(TenantConfig::toolMode))
                .orElse(ToolMode.DIRECT);
    }
}
