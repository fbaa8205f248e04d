package dev.tollgate.ui.fake;

import dev.tollgate.model.api.Environment;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.api.NewKey;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.RevokeKey;
import dev.tollgate.model.api.RotateKey;
import dev.tollgate.model.api.Tool;
import dev.tollgate.model.api.ToolGrant;
import dev.tollgate.model.api.VirtualKey;
import dev.tollgate.model.api.VisibleTool;
import dev.tollgate.model.config.ContentLogging;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.client.ToolCatalog;
import java.time.Instant;
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
            int limit,
            @Nullable String cursor) {
        return content()
                .page(
                        content().keys.stream()
                                .filter(key -> search == null || key.name().contains(search))
                                .filter(key -> state == null || key.state() == state)
                                .filter(key -> environment == null
                                        || key.environmentId().equals(environment))
                                .toList(),
                        limit,
                        cursor);
    }

    @Override
    default IssuedKey createKey(String idempotencyKey, NewKey wanted) {
        FakeContent.refuseTaken(wanted.name());
        content().log.add("createKey " + idempotencyKey);
        VirtualKey made = key("kNewKey00001", wanted, Instant.now(), 1);
        content().keys.addFirst(made);
        return content().answer(new IssuedKey(made, FakeApi.SECRET));
    }

    @Override
    default VirtualKey replaceKey(String id, String ifMatch, NewKey wanted) {
        VirtualKey old = FakeContent.one(content().keys, VirtualKey::id, id);
        FakeContent.precondition(ifMatch, old.version());
        return content().swap(content().keys, old, key(id, wanted, old.createdAt(), old.version() + 1));
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
                "default",
                wanted.modelProvider(),
                Optional.ofNullable(wanted.sources()).orElse(List.of()),
                Optional.ofNullable(wanted.contentLogging()).orElse(ContentLogging.AS_ENVIRONMENT),
                Optional.ofNullable(wanted.labels()).orElse(Map.of()),
                VirtualKey.State.ACTIVE,
                createdAt,
                wanted.expiresAt(),
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
                                old.labels(),
                                VirtualKey.State.REVOKED,
                                old.createdAt(),
                                old.expiresAt(),
                                old.rotatedAt(),
                                Instant.now(),
                                revocation.reason(),
                                old.version() + 1));
    }

    @Override
    default List<VisibleTool> keyTools(String id) {
        VirtualKey key = FakeContent.one(content().keys, VirtualKey::id, id);
        List<String> patterns = Stream.concat(
                        key.grants().stream(),
                        content().groups.stream()
                                .filter(group -> key.groupIds().contains(group.id()))
                                .flatMap(group -> group.patterns().stream()))
                .map(ToolGrant::tools)
                .toList();
        return key.state() == VirtualKey.State.ACTIVE
                ? new ToolCatalog(content().tools)
                        .matching(patterns).stream()
                                .filter(tool -> tool.exposedName() != null)
                                .map(FakeKeys::visible)
                                .toList()
                : List.of();
    }

    private static VisibleTool visible(Tool tool) {
        return new VisibleTool(
                tool.id(), tool.serverId(), ToolCatalog.canonicalName(tool), tool.serverName(), tool.name(), List.of());
    }
}
