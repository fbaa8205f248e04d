package dev.tollgate.bench.world;

import dev.tollgate.bench.savings.catalogue.Catalogue;
import dev.tollgate.bench.savings.catalogue.Server;
import dev.tollgate.model.config.ConfigResource;
import dev.tollgate.model.config.ContentLogging;
import dev.tollgate.model.config.DefinitionHash;
import dev.tollgate.model.config.EnvironmentConfig;
import dev.tollgate.model.config.Grant;
import dev.tollgate.model.config.KeyCredential;
import dev.tollgate.model.config.PrefixMode;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.SubjectConfig;
import dev.tollgate.model.config.SubjectKind;
import dev.tollgate.model.config.SubjectRef;
import dev.tollgate.model.config.TenantConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.config.ToolMode;
import dev.tollgate.model.config.Transport;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.id.EnvironmentId;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.id.ToolId;
import dev.tollgate.model.key.KeySecret;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** A tenant that has taken up servers of the catalogue with all of their tools, and a key for each way in which they are shown. */
public final class Organization {
    private static final Slug ENVIRONMENT = new Slug("production");
    private static final int TIMEOUT_MILLIS = 30_000;

    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final EnvironmentId environment = new EnvironmentId(UUID.randomUUID());
    private final SubjectRef team = SubjectRef.of(SubjectKind.TEAM, UUID.randomUUID());
    private final List<ConfigResource> resources = new ArrayList<>();
    private final List<KeySecret> keys = new ArrayList<>();

    private Organization() {}

    /**
     * Makes one, whose keys are in the order of {@link ToolMode}.
     *
     * @param url where each server is
     */
    public static MadeTenant make(List<Server> servers, Region region, Function<Server, URI> url, SecureRandom random)
            throws IOException {
        Organization made = new Organization();
        Slug slug = new Slug("organization-" + servers.size());
        made.resources.add(new TenantConfig(
                made.tenant, slug, "Organization with " + servers.size() + " servers", region, null, null, null));
        made.resources.add(new EnvironmentConfig(made.tenant, made.environment, ENVIRONMENT));
        made.resources.add(new SubjectConfig(made.tenant, made.team, "operations", null, List.of()));
        for (Server server : servers) {
            made.addServer(server, url.apply(server));
        }
        for (ToolMode mode : ToolMode.values()) {
            made.addKey(mode, random);
        }
        return new MadeTenant(made.tenant, made.resources, made.keys);
    }

    private void addServer(Server server, URI upstream) throws IOException {
        ServerId id = new ServerId(UUID.randomUUID());
        resources.add(new ServerConfig(
                tenant,
                id,
                environment,
                new Slug(server.name()),
                new Transport.StreamableHttp(upstream),
                List.of("*"),
                PrefixMode.ALWAYS,
                true,
                TIMEOUT_MILLIS));
        List<String> definitions = Catalogue.definitions(server);
        for (int i = 0; i < definitions.size(); i++) {
            String definition = definitions.get(i);
            resources.add(new ToolConfig(
                    tenant,
                    new ToolId(UUID.randomUUID()),
                    id,
                    server.tools().get(i).name(),
                    null,
                    null,
                    definition,
                    DefinitionHash.of(definition),
                    null));
        }
    }

    private void addKey(ToolMode mode, SecureRandom random) {
        KeySecret key = KeySecret.issue(ENVIRONMENT, KeySecret.newKeyId(random), random);
        keys.add(key);
        resources.add(new VirtualKeyConfig(
                tenant,
                key.keyId(),
                environment,
                "key " + mode,
                List.of(new KeyCredential(key.digest(), null)),
                List.of(Grant.of("*")),
                List.of(),
                team,
                null,
                List.of(),
                ContentLogging.AS_ENVIRONMENT,
                false,
                null,
                mode));
    }
}
