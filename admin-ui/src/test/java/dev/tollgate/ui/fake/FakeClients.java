package dev.tollgate.ui.fake;

import dev.tollgate.model.api.ClientGrant;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.RevokeClient;
import dev.tollgate.ui.client.TollgateApi;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Clients of people in memory. */
interface FakeClients extends TollgateApi {
    FakeContent content();

    @Override
    default Page<ClientGrant> clients(int limit, @Nullable String cursor) {
        return content().page(content().clients, limit, cursor);
    }

    @Override
    default List<ClientGrant> myClients() {
        String me = content().me.subject();
        return content().clients.stream().filter(one -> one.user().equals(me)).toList();
    }

    @Override
    default void revokeClient(String user, String idempotencyKey, RevokeClient client) {
        content()
                .clients
                .removeIf(one -> one.user().equals(user) && one.client().equals(client.client()));
    }

    @Override
    default void revokeMyClient(String idempotencyKey, RevokeClient client) {
        revokeClient(content().me.subject(), idempotencyKey, client);
    }
}
