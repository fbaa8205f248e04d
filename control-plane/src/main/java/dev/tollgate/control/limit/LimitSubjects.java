package dev.tollgate.control.limit;

import dev.tollgate.control.identity.TenantContext;
import dev.tollgate.control.publish.PublishedState;
import dev.tollgate.model.access.ToolNames;
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
import dev.tollgate.model.config.TenantConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.config.ToolGroupConfig;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.quota.QuotaSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What has limits, as it was published: a limit holds what gateways know. To be called in a transaction. */
@ApplicationScoped
class LimitSubjects {
    private final PublishedState published;
    private final TenantContext tenant;

    LimitSubjects(PublishedState published, TenantContext tenant) {
        this.published = published;
        this.tenant = tenant;
    }

    /** What people call it; empty if the tenant has no such thing, or gateways do not know it. */
    Optional<String> name(QuotaSubject subject) {
        return find(subject).map(this::name);
    }

    Optional<ConfigResource> find(QuotaSubject subject) {
        return switch (subject.kind()) {
            case TENANT ->
                tenant.id().toString().equals(subject.id())
                        ? published.find(ConfigKind.TENANT, subject.id())
                        : Optional.empty();
            case TIER, CUSTOMER, TEAM, USER, SERVICE -> published.find(ConfigKind.SUBJECT, subject.toString());
            case KEY -> published.find(ConfigKind.KEY, subject.id());
            case SERVER -> published.find(ConfigKind.SERVER, subject.id());
            case TOOL -> published.find(ConfigKind.TOOL, subject.id());
            case TOOL_GROUP -> published.find(ConfigKind.GROUP, subject.id());
            case PRICE -> Optional.empty();
        };
    }

    private String name(ConfigResource found) {
        return switch (found) {
            case TenantConfig all -> all.name();
            case SubjectConfig subject -> subject.name();
            case VirtualKeyConfig key -> key.name();
            case ServerConfig server -> server.name().value();
            case ToolConfig tool -> name(tool);
            case ToolGroupConfig group -> group.name().value();
            case EnvironmentConfig _, PriceConfig _, LimitConfig _, ModelConfig _, SignInConfig _, PersonConfig _ ->
                throw new IllegalStateException("has no limits: " + found.kind());
        };
    }

    private String name(ToolConfig tool) {
        return published
                .find(ConfigKind.SERVER, tool.server().toString())
                .map(server -> ToolNames.canonical(((ServerConfig) server).name(), tool.name()))
                .orElse(tool.name());
    }
}
