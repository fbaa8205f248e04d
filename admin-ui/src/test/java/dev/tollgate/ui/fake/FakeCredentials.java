package dev.tollgate.ui.fake;

import dev.tollgate.model.api.NewServerCredential;
import dev.tollgate.model.api.ServerCredential;
import dev.tollgate.ui.client.TollgateApi;
import java.util.List;
import java.util.UUID;

/** Credentials in memory, without their values, as the control plane answers them. */
interface FakeCredentials extends TollgateApi {
    FakeContent content();

    @Override
    default ServerCredential credential(UUID server) {
        return content()
                .answer(content()
                        .credentials
                        .getOrDefault(server, new ServerCredential(ServerCredential.Kind.NONE, List.of(), 0)));
    }

    @Override
    default ServerCredential replaceCredential(UUID server, String ifMatch, NewServerCredential wanted) {
        ServerCredential before = credential(server);
        FakeContent.precondition(ifMatch, before.version());
        content()
                .log
                .add("replaceCredential "
                        + wanted.headers().stream()
                                .map(header -> header.name() + "=" + header.value())
                                .toList());
        ServerCredential after = new ServerCredential(
                ServerCredential.Kind.HEADERS,
                wanted.headers().stream()
                        .map(header -> new ServerCredential.Header(header.name(), Demo.NOW))
                        .toList(),
                before.version() + 1);
        content().credentials.put(server, after);
        return after;
    }

    @Override
    default void deleteCredential(UUID server, String ifMatch) {
        FakeContent.precondition(ifMatch, credential(server).version());
        content().credentials.remove(server);
    }
}
