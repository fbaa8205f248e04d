package dev.tollgate.model.wire;

import dev.tollgate.model.config.ConfigHead;
import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.config.ConfigResource;
import dev.tollgate.model.config.EnvironmentConfig;
import dev.tollgate.model.config.LimitConfig;
import dev.tollgate.model.config.ModelConfig;
import dev.tollgate.model.config.PersonConfig;
import dev.tollgate.model.config.PersonConnection;
import dev.tollgate.model.config.PriceConfig;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.SignInConfig;
import dev.tollgate.model.config.SubjectConfig;
import dev.tollgate.model.config.TenantConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.config.ToolGroupConfig;
import dev.tollgate.model.config.VirtualKeyConfig;

/** Configuration records as bytes. The key says what the value is; the value repeats the tenant and is refused if it differs. */
public final class ConfigCodec {
    private ConfigCodec() {}

    public static byte[] encode(ConfigResource resource) {
        return WireJson.encode(resource);
    }

    public static byte[] encode(ConfigHead head) {
        return WireJson.encode(head);
    }

    /**
     * @throws MalformedRecord if the bytes are not the resource that the key names
     */
    public static ConfigResource decode(ConfigKey key, byte[] value) {
        ConfigResource resource = WireJson.decode(value, type(key.kind()));
        if (!ConfigKey.of(resource).equals(key)) {
            throw new MalformedRecord(resource.getClass(), "its key is " + key, null);
        }
        return resource;
    }

    /**
     * @throws MalformedRecord if the bytes are not a head of the key's tenant
     */
    public static ConfigHead decodeHead(ConfigKey key, byte[] value) {
        ConfigHead head = WireJson.decode(value, ConfigHead.class);
        if (!ConfigKey.head(head.tenant()).equals(key)) {
            throw new MalformedRecord(ConfigHead.class, "its key is " + key, null);
        }
        return head;
    }

    public static byte[] encode(PersonConnection connection) {
        return WireJson.encode(connection);
    }

    /**
     * @throws MalformedRecord if the bytes are not the connection that the key names
     */
    public static PersonConnection decodeConnection(ConfigKey key, byte[] value) {
        PersonConnection connection = WireJson.decode(value, PersonConnection.class);
        if (!ConfigKey.of(connection).equals(key)) {
            throw new MalformedRecord(PersonConnection.class, "its key is " + key, null);
        }
        return connection;
    }

    private static Class<? extends ConfigResource> type(ConfigKind kind) {
        return switch (kind) {
            case TENANT -> TenantConfig.class;
            case ENVIRONMENT -> EnvironmentConfig.class;
            case SERVER -> ServerConfig.class;
            case TOOL -> ToolConfig.class;
            case GROUP -> ToolGroupConfig.class;
            case SUBJECT -> SubjectConfig.class;
            case KEY -> VirtualKeyConfig.class;
            case PRICE -> PriceConfig.class;
            case LIMIT -> LimitConfig.class;
            case MODEL -> ModelConfig.class;
            case SIGN_IN -> SignInConfig.class;
            case PERSON -> PersonConfig.class;
            case HEAD -> throw new IllegalArgumentException("a head is not a resource");
            case CONNECTION -> throw new IllegalArgumentException("a connection is not a resource");
        };
    }
}
