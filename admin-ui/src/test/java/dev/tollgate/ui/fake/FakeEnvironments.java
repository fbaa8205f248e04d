package dev.tollgate.ui.fake;

import dev.tollgate.model.api.Environment;
import dev.tollgate.model.api.NewEnvironment;
import dev.tollgate.model.api.Page;
import dev.tollgate.ui.client.TollgateApi;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Environments in memory. */
interface FakeEnvironments extends TollgateApi {
    FakeContent content();

    @Override
    default Page<Environment> environments(int limit, @Nullable String cursor) {
        return content().page(content().environments, limit, cursor);
    }

    @Override
    default Environment createEnvironment(String idempotencyKey, NewEnvironment wanted) {
        FakeContent.refuseTaken(wanted.name());
        Environment made = new Environment(UUID.randomUUID(), wanted.name(), wanted.description(), Instant.now(), 1);
        content().environments.add(made);
        return content().answer(made);
    }

    @Override
    default Environment replaceEnvironment(UUID id, String ifMatch, NewEnvironment wanted) {
        Environment old = FakeContent.one(content().environments, Environment::id, id);
        FakeContent.precondition(ifMatch, old.version());
        return content()
                .swap(
                        content().environments,
                        old,
                        new Environment(id, wanted.name(), wanted.description(), old.createdAt(), old.version() + 1));
    }

    @Override
    default void deleteEnvironment(UUID id, String ifMatch) {
        Environment old = FakeContent.one(content().environments, Environment::id, id);
        FakeContent.precondition(ifMatch, old.version());
        content().environments.remove(old);
    }
}
