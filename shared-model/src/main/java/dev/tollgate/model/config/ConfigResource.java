package dev.tollgate.model.config;

import dev.tollgate.model.id.TenantId;

/** One published resource. Its key on the topic is tenant/kind/id; a record without value takes it back. */
public sealed interface ConfigResource
        permits TenantConfig,
                EnvironmentConfig,
                ServerConfig,
                ToolConfig,
                ToolGroupConfig,
                SubjectConfig,
                VirtualKeyConfig,
                PriceConfig,
                LimitConfig,
                ModelConfig,
                SignInConfig,
                PersonConfig {
    TenantId tenant();

    ConfigKind kind();

    /** The resource's identity within tenant and kind, as text without a slash. */
    String resourceId();
}
