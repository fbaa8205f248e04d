package dev.tollgate.ui.fake;

import dev.tollgate.model.api.DeletedSubject;
import dev.tollgate.model.api.NewSubject;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.RevokeKey;
import dev.tollgate.model.api.Subject;
import dev.tollgate.model.api.VirtualKey;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.TollgateApi;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Subjects in memory; one that has something under it is not deleted. */
interface FakeSubjects extends TollgateApi {
    FakeContent content();

    @Override
    default Page<Subject> subjects(
            @Nullable String kind,
            @Nullable String parent,
            @Nullable String search,
            int limit,
            @Nullable String cursor) {
        return content()
                .page(
                        content().subjects.stream()
                                .filter(one -> kind == null || one.kind().equals(kind))
                                .filter(one -> parent == null || parent.equals(one.parent()))
                                .filter(one -> search == null || one.name().contains(search))
                                .map(this::counted)
                                .toList(),
                        limit,
                        cursor);
    }

    @Override
    default Subject subject(String ref) {
        return content().answer(counted(FakeContent.one(content().subjects, Subject::ref, ref)));
    }

    @Override
    default Subject createSubject(String idempotencyKey, NewSubject wanted) {
        FakeContent.refuseTaken(wanted.name());
        String id = Optional.ofNullable(wanted.id()).orElse(UUID.randomUUID().toString());
        Subject made = subject(wanted.kind() + ":" + id, wanted, Instant.now(), 1);
        content().subjects.add(made);
        return content().answer(made);
    }

    @Override
    default Subject replaceSubject(String ref, String ifMatch, NewSubject wanted) {
        Subject old = FakeContent.one(content().subjects, Subject::ref, ref);
        FakeContent.precondition(ifMatch, old.version());
        return content().swap(content().subjects, old, subject(ref, wanted, old.createdAt(), old.version() + 1));
    }

    @Override
    default DeletedSubject deleteSubject(String ref, String ifMatch) {
        Subject old = FakeContent.one(content().subjects, Subject::ref, ref);
        FakeContent.precondition(ifMatch, old.version());
        if (content().subjects.stream().anyMatch(one -> ref.equals(one.parent()))) {
            throw FakeContent.problem(409, "It is in use", null);
        }
        List<VirtualKey> retired = keysOf(ref);
        retired.forEach(key -> revokeKey(key.id(), IfMatch.version(key.version()), new RevokeKey("deleted")));
        content().subjects.remove(old);
        content().people.removeIf(one -> ref.equals(one.subject()));
        return new DeletedSubject(retired.stream().map(VirtualKey::id).toList());
    }

    private List<VirtualKey> keysOf(String ref) {
        return content().keys.stream()
                .filter(key -> key.owner().equals(ref) && key.state() != VirtualKey.State.REVOKED)
                .toList();
    }

    private Subject counted(Subject one) {
        return new Subject(
                one.ref(),
                one.kind(),
                one.name(),
                one.parent(),
                one.parentName(),
                one.groupIds(),
                keysOf(one.ref()).size(),
                one.createdAt(),
                one.deletedAt(),
                one.version());
    }

    private Subject subject(String ref, NewSubject wanted, Instant createdAt, long version) {
        @Nullable String parent = wanted.parent();
        return new Subject(
                ref,
                wanted.kind(),
                wanted.name(),
                parent,
                parent == null
                        ? null
                        : FakeContent.one(content().subjects, Subject::ref, parent)
                                .name(),
                Optional.ofNullable(wanted.groupIds()).orElse(List.of()),
                0,
                createdAt,
                null,
                version);
    }
}
