package dev.tollgate.control.key;

import dev.tollgate.control.publish.PublishedState;
import dev.tollgate.model.access.Binding;
import dev.tollgate.model.access.Visibility;
import dev.tollgate.model.access.VisibleTools;
import dev.tollgate.model.access.VisibleTools.Visible;
import dev.tollgate.model.api.Through;
import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.config.ConfigResource;
import dev.tollgate.model.config.EnvironmentConfig;
import dev.tollgate.model.config.LimitConfig;
import dev.tollgate.model.config.ModelConfig;
import dev.tollgate.model.config.PersonConfig;
import dev.tollgate.model.config.PriceConfig;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.SignInConfig;
import dev.tollgate.model.config.SubjectConfig;
import dev.tollgate.model.config.SubjectRef;
import dev.tollgate.model.config.TenantConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.config.ToolGroupConfig;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.id.GroupId;
import dev.tollgate.model.id.ServerId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was published to gateways of what decides who may call what, but for the keys, of which there may be very many. */
final class Governed {
    final Map<SubjectRef, SubjectConfig> subjects = new HashMap<>();
    final Map<ServerId, ServerConfig> servers = new HashMap<>();
    final List<ToolConfig> tools = new ArrayList<>();
    private final Map<GroupId, ToolGroupConfig> groups = new HashMap<>();

    private @Nullable TenantConfig tenant;

    private Governed() {}

    static Governed of(PublishedState published) {
        Governed governed = withoutTools(published);
        published.ofKinds(ConfigKind.TENANT, ConfigKind.TOOL).forEach(governed::add);
        return governed;
    }

    /** Where one tool is in question; there may be thousands. */
    static Governed withoutTools(PublishedState published) {
        Governed governed = new Governed();
        published
                .ofKinds(ConfigKind.GROUP, ConfigKind.SUBJECT, ConfigKind.SERVER)
                .forEach(governed::add);
        return governed;
    }

    private void add(ConfigResource resource) {
        switch (resource) {
            case ToolGroupConfig group -> groups.put(group.id(), group);
            case SubjectConfig subject -> subjects.put(subject.ref(), subject);
            case ServerConfig server -> servers.put(server.id(), server);
            case ToolConfig tool -> tools.add(tool);
            case TenantConfig whole -> tenant = whole;
            case EnvironmentConfig _,
                    PriceConfig _,
                    LimitConfig _,
                    ModelConfig _,
                    VirtualKeyConfig _,
                    SignInConfig _,
                    PersonConfig _ -> {
                // Say nothing about what is seen.
            }
        }
    }

    /** Null until it is published, and where one tool is in question. */
    @Nullable
    TenantConfig tenant() {
        return tenant;
    }

    /** What a key sees, in the order of the names that agents use. */
    List<Visible> visibleTo(VirtualKeyConfig key) {
        return VisibleTools.of(key, subjects, groups, servers.values(), tools);
    }

    Visibility visibility(VirtualKeyConfig key) {
        return Visibility.of(key, subjects, groups);
    }

    /** The ways in which a key comes by a tool; empty if it does not see it. */
    List<Through> through(Visibility visibility, ToolConfig tool) {
        return views(visibility.through(servers.get(tool.server()), tool));
    }

    List<Through> views(List<Binding> bindings) {
        return bindings.stream().map(this::view).toList();
    }

    private Through view(Binding binding) {
        var when = binding.grant().when();
        var group = binding.group();
        var subject = binding.through();
        return new Through(
                binding.grant().tools().glob(),
                when == null ? null : when.text(),
                group == null ? null : group.value(),
                group == null
                        ? null
                        : Objects.requireNonNull(groups.get(group)).name().value(),
                subject == null ? null : subject.toString());
    }
}
