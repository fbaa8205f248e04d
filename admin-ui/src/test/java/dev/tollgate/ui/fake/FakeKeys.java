package dev.tollgate.ui.fake;

import dev.tollgate.model.api.BulkIssue;
import dev.tollgate.model.api.BulkRevoke;
import dev.tollgate.model.api.Environment;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.api.IssuedKeys;
import dev.tollgate.model.api.NewKey;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Problem;
import dev.tollgate.model.api.RevokeKey;
import dev.tollgate.model.api.RevokedKeys;
import dev.tollgate.model.api.RotateKey;
import dev.tollgate.model.api.Subject;
import dev.tollgate.model.api.Through;
import dev.tollgate.model.api.Tool;
import dev.tollgate.model.api.ToolGrant;
import dev.tollgate.model.api.VirtualKey;
import dev.tollgate.model.api.VisibleTool;
import dev.tollgate.model.condition.Condition;
import dev.tollgate.model.condition.ConditionFault;
import dev.tollgate.model.condition.Conditions;
import dev.tollgate.model.config.CallApproval;
import dev.tollgate.model.config.ContentLogging;
import dev.tollgate.model.config.ToolMode;
import dev.tollgate.model.config.ToolPattern;
import dev.tollgate.model.net.Cidr;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.client.ToolCatalog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Virtual keys in memory, all with the same secret. */
interface FakeKeys extends TollgateApi {
    FakeContent content();

    @Override
    default Page<VirtualKey> keys(
            @Nullable String search,
            VirtualKey.@Nullable State state,
            @Nullable UUID environment,
            @Nullable String owner,
            @Nullable String label,
            int limit,
            @Nullable String cursor) {
        return content()
                .page(
                        content().keys.stream()
                                .filter(key -> search == null || key.name().contains(search))
                                .filter(key -> state == null || key.state() == state)
                                .filter(key -> environment == null
                                        || key.environmentId().equals(environment))
                                .filter(key -> owner == null || key.owner().equals(owner))
                                .filter(key -> label == null || labels(key).contains(label))
                                .toList(),
                        limit,
                        cursor);
    }

    /** By the rules of the control plane, as far as they stand in the shared model. */
    private static void refuseFaults(NewKey wanted) {
        List<Problem.FieldError> errors = new ArrayList<>();
        List<ToolGrant> grants = Optional.ofNullable(wanted.grants()).orElse(List.of());
        for (int i = 0; i < grants.size(); i++) {
            String when = grants.get(i).when();
            if (when != null && Conditions.compile(new Condition(when)) instanceof ConditionFault fault) {
                errors.add(new Problem.FieldError("grants[" + i + "].when", fault.toString()));
            }
        }
        List<String> sources = Optional.ofNullable(wanted.sources()).orElse(List.of());
        for (int i = 0; i < sources.size(); i++) {
            try {
                Cidr.of(sources.get(i));
            } catch (IllegalArgumentException e) {
                errors.add(new Problem.FieldError("sources[" + i + "]", String.valueOf(e.getMessage())));
            }
        }
        if (!errors.isEmpty()) {
            throw FakeContent.problem(422, "The request is not valid", errors);
        }
    }

    private static List<String> labels(VirtualKey key) {
        return key.labels().entrySet().stream()
                .map(one -> one.getKey() + ":" + one.getValue())
                .toList();
    }

    @Override
    default VirtualKey key(String id) {
        return content().answer(FakeContent.one(content().keys, VirtualKey::id, id));
    }

    @Override
    default IssuedKeys createKeys(String idempotencyKey, BulkIssue wanted) {
        content().log.add("createKeys " + idempotencyKey);
        List<IssuedKey> issued = new ArrayList<>();
        for (int i = 0; i < wanted.keys().size(); i++) {
            FakeContent.refuseTaken(wanted.keys().get(i).name(), "keys[" + i + "].name");
            issued.add(new IssuedKey(
                    key("kBulk%07d".formatted(i), wanted.keys().get(i), Instant.now(), 1), FakeApi.SECRET + i));
        }
        issued.forEach(one -> content().keys.add(one.key()));
        return content().answer(new IssuedKeys(issued));
    }

    @Override
    default RevokedKeys revokeKeys(String idempotencyKey, BulkRevoke revocation) {
        List<VirtualKey> chosen = content().keys.stream()
                .filter(key -> key.state() != VirtualKey.State.REVOKED)
                .filter(key -> revocation.ids() == null || revocation.ids().contains(key.id()))
                .filter(key -> revocation.owner() == null || revocation.owner().equals(key.owner()))
                .filter(key -> revocation.label() == null || labels(key).contains(revocation.label()))
                .toList();
        chosen.forEach(key -> revokeKey(key.id(), IfMatch.version(key.version()), new RevokeKey(revocation.reason())));
        return content()
                .answer(new RevokedKeys(chosen.stream().map(VirtualKey::id).toList()));
    }

    @Override
    default IssuedKey createKey(String idempotencyKey, NewKey wanted) {
        FakeContent.refuseTaken(wanted.name());
        refuseFaults(wanted);
        content().log.add("createKey " + idempotencyKey);
        VirtualKey made = key("kNewKey%05d".formatted(++content().keysMade), wanted, Instant.now(), 1);
        content().keys.addFirst(made);
        return content().answer(new IssuedKey(made, FakeApi.SECRET));
    }

    @Override
    default VirtualKey replaceKey(String id, String ifMatch, NewKey wanted) {
        VirtualKey old = FakeContent.one(content().keys, VirtualKey::id, id);
        FakeContent.precondition(ifMatch, old.version());
        return content().swap(content().keys, old, key(id, wanted, old.createdAt(), old.version() + 1));
    }

    private String ownerName(@Nullable String owner) {
        return owner == null
                ? "default"
                : FakeContent.one(content().subjects, Subject::ref, owner).name();
    }

    private VirtualKey key(String id, NewKey wanted, Instant createdAt, long version) {
        Environment environment = FakeContent.one(content().environments, Environment::id, wanted.environmentId());
        return new VirtualKey(
                id,
                wanted.name(),
                environment.id(),
                environment.name(),
                "tg_" + environment.name() + "_" + id,
                Optional.ofNullable(wanted.grants()).orElse(List.of()),
                Optional.ofNullable(wanted.groupIds()).orElse(List.of()),
                Optional.ofNullable(wanted.owner()).orElse("service:" + Demo.SERVICE),
                ownerName(wanted.owner()),
                wanted.modelProvider(),
                Optional.ofNullable(wanted.sources()).orElse(List.of()),
                Optional.ofNullable(wanted.contentLogging()).orElse(ContentLogging.AS_ENVIRONMENT),
                wanted.toolMode(),
                Optional.ofNullable(wanted.labels()).orElse(Map.of()),
                VirtualKey.State.ACTIVE,
                createdAt,
                wanted.expiresAt(),
                wanted.rotation(),
                null,
                null,
                null,
                null,
                null,
                version);
    }

    @Override
    default IssuedKey rotateKey(String id, String ifMatch, String idempotencyKey, RotateKey rotation) {
        VirtualKey old = FakeContent.one(content().keys, VirtualKey::id, id);
        FakeContent.precondition(ifMatch, old.version());
        content().log.add("rotateKey " + id + " " + rotation.overlapSeconds());
        return content().answer(new IssuedKey(old, FakeApi.SECRET));
    }

    @Override
    default VirtualKey revokeKey(String id, String ifMatch, RevokeKey revocation) {
        VirtualKey old = FakeContent.one(content().keys, VirtualKey::id, id);
        FakeContent.precondition(ifMatch, old.version());
        return content()
                .swap(
                        content().keys,
                        old,
                        new VirtualKey(
                                id,
                                old.name(),
                                old.environmentId(),
                                old.environmentName(),
                                old.hint(),
                                old.grants(),
                                old.groupIds(),
                                old.owner(),
                                old.ownerName(),
                                old.modelProvider(),
                                old.sources(),
                                old.contentLogging(),
                                old.toolMode(),
                                old.labels(),
                                VirtualKey.State.REVOKED,
                                old.createdAt(),
                                old.expiresAt(),
                                old.rotation(),
                                old.rotationDueAt(),
                                old.rotatedAt(),
                                old.lastUsed(),
                                Instant.now(),
                                revocation.reason(),
                                old.version() + 1));
    }

    @Override
    default List<VisibleTool> keyTools(String id) {
        VirtualKey key = FakeContent.one(content().keys, VirtualKey::id, id);
        return key.state() == VirtualKey.State.ACTIVE
                ? content().tools.stream()
                        .filter(tool -> tool.exposedName() != null)
                        .map(tool -> visible(tool, key))
                        .filter(tool -> !tool.through().isEmpty())
                        .toList()
                : List.of();
    }

    private VisibleTool visible(Tool tool, VirtualKey key) {
        String name = ToolCatalog.canonicalName(tool);
        Stream<Through> own =
                key.grants().stream().map(grant -> new Through(grant.tools(), grant.when(), null, null, null));
        Stream<Through> groups = content().groups.stream()
                .filter(group -> key.groupIds().contains(group.id()))
                .flatMap(group -> group.patterns().stream()
                        .map(grant -> new Through(grant.tools(), grant.when(), group.id(), group.name(), null)));
        return new VisibleTool(
                tool.id(),
                tool.serverId(),
                name,
                tool.serverName(),
                tool.name(),
                Optional.ofNullable(key.toolMode()).orElse(ToolMode.DIRECT),
                tool.callApproval() == CallApproval.ASK_FIRST,
                Stream.concat(own, groups)
                        .filter(way -> ToolPattern.matches(way.tools(), name))
                        .toList());
    }
}
