package dev.tollgate.bench.world;

import dev.tollgate.bench.stub.StubTools;
import dev.tollgate.model.config.ConfigResource;
import dev.tollgate.model.config.ContentLogging;
import dev.tollgate.model.config.DefinitionHash;
import dev.tollgate.model.config.EnvironmentConfig;
import dev.tollgate.model.config.Grant;
import dev.tollgate.model.config.KeyCredential;
import dev.tollgate.model.config.ModelConfig;
import dev.tollgate.model.config.PrefixMode;
import dev.tollgate.model.config.PriceConfig;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.SubjectConfig;
import dev.tollgate.model.config.SubjectKind;
import dev.tollgate.model.config.SubjectRef;
import dev.tollgate.model.config.TenantConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.config.ToolGroupConfig;
import dev.tollgate.model.config.ToolMode;
import dev.tollgate.model.config.Transport;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.id.EnvironmentId;
import dev.tollgate.model.id.GroupId;
import dev.tollgate.model.id.ModelId;
import dev.tollgate.model.id.PriceId;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.id.ToolId;
import dev.tollgate.model.key.KeySecret;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.FailureCharges;
import dev.tollgate.model.price.ModelRates;
import dev.tollgate.model.price.ModelVersion;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.price.PriceVersion;
import dev.tollgate.model.price.Rate;
import dev.tollgate.model.token.TokenEncoding;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A tenant with one environment, servers that are the stub, their tools, a price on the tool that is called, one group
 * that holds every tool, and keys that reach the tools through the group.
 *
 * @param resources everything that the control plane would publish of it but the head
 * @param keys in the clear, to call with
 */
public record MadeTenant(TenantId id, List<ConfigResource> resources, List<KeySecret> keys) {
    /** The name under which agents see {@link StubTools#ECHO}. */
    public static final String EXPOSED_ECHO = "stub__" + StubTools.ECHO;

    private static final Slug ENVIRONMENT = new Slug("production");
    /** The longest that there may be: answers that go on for long are measured too. */
    private static final int TIMEOUT_MILLIS = 600_000;

    public MadeTenant {
        resources = List.copyOf(resources);
        keys = List.copyOf(keys);
    }

    /** Makes a tenant with one server. */
    public static MadeTenant make(int index, TenantSize size, Region region, URI upstream, SecureRandom random) {
        return make(index, size, region, List.of(upstream), random);
    }

    /**
     * Makes a tenant.
     *
     * @param index counts tenants; part of names, and of definitions so that no two tenants' are the same
     * @param size with the number of tools that each server has
     * @param upstreams the stub's addresses, one for each server
     */
    public static MadeTenant make(int index, TenantSize size, Region region, List<URI> upstreams, SecureRandom random) {
        TenantId tenant = new TenantId(UUID.randomUUID());
        EnvironmentId environment = new EnvironmentId(UUID.randomUUID());
        GroupId group = new GroupId(UUID.randomUUID());
        List<ConfigResource> resources = new ArrayList<>();
        resources.add(
                new TenantConfig(tenant, new Slug("tenant-" + index), "Tenant " + index, region, null, null, null));
        resources.add(new EnvironmentConfig(tenant, environment, ENVIRONMENT));
        List<Grant> grants = new ArrayList<>();
        for (int i = 0; i < upstreams.size(); i++) {
            Slug name = server(i);
            resources.addAll(server(tenant, environment, name, upstreams.get(i), size.tools(), "tenant " + index));
            grants.add(Grant.of(name + "__*"));
        }
        resources.add(new ToolGroupConfig(tenant, group, new Slug("everything"), grants));
        SubjectRef team = SubjectRef.of(SubjectKind.TEAM, UUID.randomUUID());
        resources.add(new SubjectConfig(tenant, team, "everyone", null, List.of(group)));
        List<KeySecret> keys = new ArrayList<>();
        for (int i = 0; i < size.keys(); i++) {
            KeySecret key = KeySecret.issue(ENVIRONMENT, KeySecret.newKeyId(random), random);
            keys.add(key);
            resources.add(key(tenant, environment, group, team, key, i));
        }
        return new MadeTenant(tenant, resources, keys);
    }

    /** The same with something more, which is last. */
    public MadeTenant with(ConfigResource more) {
        List<ConfigResource> all = new ArrayList<>(resources);
        all.add(more);
        return new MadeTenant(id, all, keys);
    }

    /** The same with tools shown to its keys in this way. */
    public MadeTenant shown(ToolMode mode) {
        return new MadeTenant(
                id, resources.stream().map(each -> shown(each, mode)).toList(), keys);
    }

    private static ConfigResource shown(ConfigResource resource, ToolMode mode) {
        return resource instanceof TenantConfig tenant ? tenant.deciding(null, mode, false, List.of(), null) : resource;
    }

    /** The same with a model in its price table, so that the tokens of its calls are counted. */
    public MadeTenant withModel() {
        Rate rate = new Rate(Money.ofDollars("2"), 1_000_000);
        return with(new ModelConfig(
                id,
                new ModelId(UUID.randomUUID()),
                "large",
                TokenEncoding.O200K,
                true,
                List.of(new ModelVersion(1, Instant.EPOCH, new ModelRates(rate, rate, null)))));
    }

    /** The name under which agents see a tool of the n-th server. */
    public static String exposed(int server, String tool) {
        return server(server) + "__" + tool;
    }

    private static Slug server(int index) {
        return new Slug(index == 0 ? "stub" : "stub-" + index);
    }

    private static List<ConfigResource> server(
            TenantId tenant, EnvironmentId environment, Slug name, URI upstream, int tools, String flavour) {
        ServerId server = new ServerId(UUID.randomUUID());
        List<ConfigResource> resources = new ArrayList<>();
        resources.add(new ServerConfig(
                tenant,
                server,
                environment,
                name,
                new Transport.StreamableHttp(upstream),
                List.of("*"),
                PrefixMode.ALWAYS,
                true,
                TIMEOUT_MILLIS));
        for (int i = 0; i < tools; i++) {
            resources.add(tool(tenant, server, i, flavour));
        }
        resources.add(new PriceConfig(
                tenant,
                new PriceId(UUID.randomUUID()),
                server,
                StubTools.ECHO,
                List.of(new PriceVersion(
                        1, Instant.EPOCH, PriceTerms.perCall(Money.ofDollars("0.0015"), FailureCharges.FREE)))));
        return resources;
    }

    private static ToolConfig tool(TenantId tenant, ServerId server, int index, String flavour) {
        String definition = StubTools.definition(index, flavour);
        return new ToolConfig(
                tenant,
                new ToolId(UUID.randomUUID()),
                server,
                StubTools.name(index),
                null,
                null,
                definition,
                DefinitionHash.of(definition),
                null);
    }

    private static VirtualKeyConfig key(
            TenantId tenant, EnvironmentId environment, GroupId group, SubjectRef team, KeySecret key, int index) {
        return new VirtualKeyConfig(
                tenant,
                key.keyId(),
                environment,
                "key " + index,
                List.of(new KeyCredential(key.digest(), null)),
                List.of(),
                List.of(group),
                team,
                null,
                List.of(),
                ContentLogging.AS_ENVIRONMENT,
                false,
                null);
    }
}
