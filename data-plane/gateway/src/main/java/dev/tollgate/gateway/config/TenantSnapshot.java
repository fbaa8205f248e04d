package dev.tollgate.gateway.config;

import dev.tollgate.model.condition.Compilation;
import dev.tollgate.model.condition.Condition;
import dev.tollgate.model.config.ConfigHead;
import dev.tollgate.model.config.EnvironmentConfig;
import dev.tollgate.model.config.LimitConfig;
import dev.tollgate.model.config.ModelConfig;
import dev.tollgate.model.config.SubjectConfig;
import dev.tollgate.model.config.SubjectRef;
import dev.tollgate.model.config.TenantConfig;
import dev.tollgate.model.config.ToolGroupConfig;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.id.EnvironmentId;
import dev.tollgate.model.id.GroupId;
import dev.tollgate.model.id.KeyId;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.id.ModelId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.QuotaUnit;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One tenant's whole configuration at one revision. Immutable; a call is decided by one snapshot from start to end. */
public final class TenantSnapshot {
    private final ConfigHead head;
    private final @Nullable TenantConfig config;
    private final Map<EnvironmentId, EnvironmentConfig> environments;
    private final Map<KeyId, VirtualKeyConfig> keys;
    private final Map<GroupId, ToolGroupConfig> groups;
    private final Map<SubjectRef, SubjectConfig> subjects;
    private final SignIns signIns;
    private final ToolCatalog catalog;
    private final Map<LimitId, LimitConfig> limits;
    private final Map<ModelId, ModelConfig> models;
    private final Map<Condition, Compilation> conditions;
    private final boolean countsTokens;
    private final Derived derived = new Derived();

    public TenantSnapshot(
            ConfigHead head,
            @Nullable TenantConfig config,
            Map<EnvironmentId, EnvironmentConfig> environments,
            Map<KeyId, VirtualKeyConfig> keys,
            Map<GroupId, ToolGroupConfig> groups,
            Map<SubjectRef, SubjectConfig> subjects,
            SignIns signIns,
            ToolCatalog catalog,
            Map<LimitId, LimitConfig> limits,
            Map<ModelId, ModelConfig> models,
            Map<Condition, Compilation> conditions) {
        this.head = head;
        this.config = config;
        this.environments = Map.copyOf(environments);
        this.keys = Map.copyOf(keys);
        this.groups = Map.copyOf(groups);
        this.subjects = Map.copyOf(subjects);
        this.signIns = signIns;
        this.catalog = catalog;
        this.limits = Map.copyOf(limits);
        this.models = Map.copyOf(models);
        this.conditions = Map.copyOf(conditions);
        this.countsTokens = !models.isEmpty()
                || catalog.hasTokenPrices()
                || limits.values().stream().anyMatch(limit -> limit.unit() == QuotaUnit.TOKENS);
    }

    public TenantId tenant() {
        return head.tenant();
    }

    public long revision() {
        return head.revision();
    }

    /** The tenant's own record; null if it is not published, and then nothing bounds when it is served. */
    public @Nullable TenantConfig config() {
        return config;
    }

    ConfigHead head() {
        return head;
    }

    public @Nullable EnvironmentConfig environment(EnvironmentId id) {
        return environments.get(id);
    }

    public @Nullable VirtualKeyConfig key(KeyId id) {
        return keys.get(id);
    }

    Map<KeyId, VirtualKeyConfig> keys() {
        return keys;
    }

    public Map<GroupId, ToolGroupConfig> groups() {
        return groups;
    }

    public Map<SubjectRef, SubjectConfig> subjects() {
        return subjects;
    }

    /** Who may come without a key. */
    public SignIns signIns() {
        return signIns;
    }

    /** Where whoever comes without a key comes to; null if there is no such environment. */
    public @Nullable EnvironmentId signInEnvironment() {
        return signIns.environment(environments.keySet());
    }

    public ToolCatalog catalog() {
        return catalog;
    }

    /** The hard limits of the tenant and of what it has. */
    public Map<LimitId, LimitConfig> limits() {
        return limits;
    }

    /** Its price table of models. */
    public Map<ModelId, ModelConfig> models() {
        return models;
    }

    /** Whether anything of the tenant's needs the tokens of its calls: a model, a price or a limit. */
    public boolean countsTokens() {
        return countsTokens;
    }

    /** The conditions of its grants, compiled; of very many, some are left out ({@link ConditionPrograms#TENANT_MAX}). */
    Map<Condition, Compilation> conditions() {
        return conditions;
    }

    /** What became of a condition when the snapshot was made; null if it was left out then. */
    public @Nullable Compilation condition(Condition condition) {
        return conditions.get(condition);
    }

    /** What {@code compute} makes of this snapshot, computed at most once for a type. */
    public <T> T derived(Class<T> type, Function<TenantSnapshot, T> compute) {
        return derived.get(type, () -> compute.apply(this));
    }
}
