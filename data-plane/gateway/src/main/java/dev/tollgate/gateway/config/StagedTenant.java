package dev.tollgate.gateway.config;

import dev.tollgate.model.condition.Condition;
import dev.tollgate.model.config.ConfigHead;
import dev.tollgate.model.config.ConfigResource;
import dev.tollgate.model.config.EnvironmentConfig;
import dev.tollgate.model.config.Grant;
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
import dev.tollgate.model.id.EnvironmentId;
import dev.tollgate.model.id.GroupId;
import dev.tollgate.model.id.KeyId;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.id.ModelId;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.wire.ConfigDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has been read of one tenant and is not yet, or already, served. Used by one thread. */
final class StagedTenant {
    private final Map<String, StagedRecord> records = new HashMap<>();
    /** Of the last build; absent since a record of it changed. */
    private @Nullable ToolCatalog catalog;

    /** What building a revision came to. */
    sealed interface Build {
        record Ready(TenantSnapshot snapshot) implements Build {}

        record Rejected(String reason) implements Build {}
    }

    void put(String key, StagedRecord record) {
        forgetCatalogFor(records.put(key, record));
        forgetCatalogFor(record);
    }

    void remove(String key) {
        forgetCatalogFor(records.remove(key));
    }

    @Nullable
    StagedRecord get(String key) {
        return records.get(key);
    }

    /** The records as they are now, by their keys within the tenant. */
    Map<String, StagedRecord> copy() {
        return new HashMap<>(records);
    }

    private void forgetCatalogFor(@Nullable StagedRecord record) {
        if (record == null) {
            return;
        }
        switch (record.resource()) {
            case ServerConfig _, ToolConfig _, PriceConfig _ -> catalog = null;
            case TenantConfig _,
                    EnvironmentConfig _,
                    ToolGroupConfig _,
                    SubjectConfig _,
                    VirtualKeyConfig _,
                    SignInConfig _,
                    PersonConfig _,
                    LimitConfig _,
                    ModelConfig _ -> {}
            case null -> catalog = null;
        }
    }

    /** Makes the snapshot that a head closes, if what is staged is what the head says. */
    Build build(ConfigHead head, ConditionPrograms programs) {
        if (head.resources() != records.size()) {
            return new Build.Rejected("it has " + records.size() + " resources, not " + head.resources());
        }
        Map<String, String> hashes = HashMap.newHashMap(records.size());
        for (Map.Entry<String, StagedRecord> entry : records.entrySet()) {
            String problem = entry.getValue().problem();
            if (problem != null) {
                return new Build.Rejected(entry.getKey() + ": " + problem);
            }
            hashes.put(entry.getKey(), entry.getValue().hashHex());
        }
        if (!ConfigDigest.of(hashes).equals(head.digest())) {
            return new Build.Rejected("its digest is not the head's");
        }
        return new Build.Ready(assemble(head, programs));
    }

    private TenantSnapshot assemble(ConfigHead head, ConditionPrograms programs) {
        TenantConfig tenant = null;
        Map<EnvironmentId, EnvironmentConfig> environments = new HashMap<>();
        Map<KeyId, VirtualKeyConfig> keys = new HashMap<>();
        Map<GroupId, ToolGroupConfig> groups = new HashMap<>();
        Map<SubjectRef, SubjectConfig> subjects = new HashMap<>();
        SignInConfig signIn = null;
        Map<String, PersonConfig> people = new HashMap<>();
        Map<ServerId, ServerConfig> servers = new HashMap<>();
        List<ToolConfig> tools = new ArrayList<>();
        List<PriceConfig> prices = new ArrayList<>();
        Map<LimitId, LimitConfig> limits = new HashMap<>();
        Map<ModelId, ModelConfig> models = new HashMap<>();
        for (StagedRecord record : records.values()) {
            ConfigResource resource = record.resource();
            switch (resource) {
                case TenantConfig config -> tenant = config;
                case EnvironmentConfig environment -> environments.put(environment.id(), environment);
                case VirtualKeyConfig key -> keys.put(key.id(), key);
                case ToolGroupConfig group -> groups.put(group.id(), group);
                case SubjectConfig subject -> subjects.put(subject.ref(), subject);
                case ServerConfig server -> servers.put(server.id(), server);
                case ToolConfig tool -> tools.add(tool);
                case PriceConfig price -> prices.add(price);
                case LimitConfig limit -> limits.put(limit.id(), limit);
                case ModelConfig model -> models.put(model.id(), model);
                case SignInConfig config -> signIn = config;
                case PersonConfig person -> people.put(person.id(), person);
                case null -> throw new IllegalStateException("an unreadable record is not assembled");
            }
        }
        ToolCatalog unchanged = catalog;
        catalog = unchanged != null ? unchanged : new ToolCatalog(servers, tools, prices);
        return new TenantSnapshot(
                head,
                tenant,
                environments,
                keys,
                groups,
                subjects,
                new SignIns(signIn, people),
                catalog,
                limits,
                models,
                programs.compile(conditions(keys.values(), groups.values())));
    }

    private static Set<Condition> conditions(Collection<VirtualKeyConfig> keys, Collection<ToolGroupConfig> groups) {
        Set<Condition> conditions = new LinkedHashSet<>();
        // A revoked key stays for long, and nothing is asked on its account.
        keys.stream().filter(key -> !key.revoked()).forEach(key -> collect(key.grants(), conditions));
        groups.forEach(group -> collect(group.patterns(), conditions));
        return conditions;
    }

    private static void collect(List<Grant> grants, Set<Condition> into) {
        for (Grant grant : grants) {
            if (grant.when() != null) {
                into.add(grant.when());
            }
        }
    }
}
