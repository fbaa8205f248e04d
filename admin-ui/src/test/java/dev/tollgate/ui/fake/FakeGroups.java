package dev.tollgate.ui.fake;

import dev.tollgate.model.api.Attachments;
import dev.tollgate.model.api.NewToolGroup;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.ToolGroup;
import dev.tollgate.ui.client.TollgateApi;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tool groups in memory. */
interface FakeGroups extends TollgateApi {
    FakeContent content();

    @Override
    default Page<ToolGroup> groups(int limit, @Nullable String cursor) {
        return content().page(content().groups, limit, cursor);
    }

    @Override
    default ToolGroup group(UUID id) {
        return content().answer(FakeContent.one(content().groups, ToolGroup::id, id));
    }

    @Override
    default ToolGroup attachGroup(UUID id, String ifMatch, Attachments wanted) {
        ToolGroup old = FakeContent.one(content().groups, ToolGroup::id, id);
        FakeContent.precondition(ifMatch, old.version());
        return content()
                .swap(
                        content().groups,
                        old,
                        new ToolGroup(
                                id,
                                old.name(),
                                old.description(),
                                old.patterns(),
                                old.toolMode(),
                                wanted.to(),
                                old.createdAt(),
                                old.version() + 1));
    }

    @Override
    default ToolGroup createGroup(String idempotencyKey, NewToolGroup wanted) {
        FakeContent.refuseTaken(wanted.name());
        ToolGroup made = new ToolGroup(
                UUID.randomUUID(),
                wanted.name(),
                wanted.description(),
                wanted.patterns(),
                wanted.toolMode(),
                List.of(),
                Instant.now(),
                1);
        content().groups.add(made);
        return content().answer(made);
    }

    @Override
    default ToolGroup replaceGroup(UUID id, String ifMatch, NewToolGroup wanted) {
        ToolGroup old = FakeContent.one(content().groups, ToolGroup::id, id);
        FakeContent.precondition(ifMatch, old.version());
        return content()
                .swap(
                        content().groups,
                        old,
                        new ToolGroup(
                                id,
                                wanted.name(),
                                wanted.description(),
                                wanted.patterns(),
                                wanted.toolMode(),
                                old.attachedTo(),
                                old.createdAt(),
                                old.version() + 1));
    }

    @Override
    default void deleteGroup(UUID id, String ifMatch) {
        ToolGroup old = FakeContent.one(content().groups, ToolGroup::id, id);
        FakeContent.precondition(ifMatch, old.version());
        content().groups.remove(old);
    }
}
