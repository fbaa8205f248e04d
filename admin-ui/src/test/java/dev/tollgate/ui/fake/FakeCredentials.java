package dev.tollgate.ui.fake;

import dev.tollgate.model.api.AccessTokenStatus;
import dev.tollgate.model.api.ClientCredentials;
import dev.tollgate.model.api.NewClientCredentials;
import dev.tollgate.model.api.NewIdJag;
import dev.tollgate.model.api.NewOauthCredential;
import dev.tollgate.model.api.NewPersonExchange;
import dev.tollgate.model.api.NewServerCredential;
import dev.tollgate.model.api.NewServerTls;
import dev.tollgate.model.api.NewTokenExchange;
import dev.tollgate.model.api.OauthCredential;
import dev.tollgate.model.api.ServerCredential;
import dev.tollgate.model.api.ServerTls;
import dev.tollgate.model.api.TokenExchange;
import dev.tollgate.ui.client.TollgateApi;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
        NewClientCredentials client = wanted.clientCredentials();
        ServerCredential after;
        if (wanted.oauth() != null) {
            after = oauth(wanted.oauth(), wanted.lookAs(), before.version() + 1);
        } else if (wanted.personHeaders() != null) {
            after = ofEachPerson(wanted.personHeaders(), wanted.lookAs(), before.version() + 1);
        } else if (wanted.tokenExchange() != null) {
            after = exchange(wanted.tokenExchange(), before.version() + 1);
        } else if (client != null) {
            after = client(client, before.version() + 1);
        } else {
            after = headers(Objects.requireNonNull(wanted.headers()), before.version() + 1);
        }
        content().credentials.put(server, after);
        return after;
    }

    private ServerCredential headers(List<NewServerCredential.Header> wanted, long version) {
        content()
                .log
                .add("replaceCredential "
                        + wanted.stream()
                                .map(header -> header.name() + "=" + header.value())
                                .toList());
        return new ServerCredential(
                ServerCredential.Kind.HEADERS,
                wanted.stream()
                        .map(header -> new ServerCredential.Header(header.name(), Demo.NOW))
                        .toList(),
                version);
    }

    private ServerCredential client(NewClientCredentials client, long version) {
        content()
                .log
                .add("replaceCredential " + client.clientId() + " of " + client.issuer() + " by " + client.method()
                        + ", secret " + client.secret() + ", scopes " + client.scopes());
        return new ServerCredential(
                new ClientCredentials(
                        client.issuer(),
                        client.clientId(),
                        client.method(),
                        List.of(),
                        client.resource(),
                        false,
                        null,
                        Demo.NOW),
                new AccessTokenStatus(
                        AccessTokenStatus.State.PENDING, Demo.NOW, null, List.of(), List.of(), null, null, Demo.NOW),
                version);
    }

    private ServerCredential ofEachPerson(List<String> names, @Nullable UUID lookAs, long version) {
        content().log.add("replaceCredential each person's " + names + ", looked at as " + lookAs);
        return new ServerCredential(
                names.stream()
                        .map(name -> new ServerCredential.Header(name, Demo.NOW))
                        .toList(),
                lookAs,
                version);
    }

    private ServerCredential oauth(NewOauthCredential wanted, @Nullable UUID lookAs, long version) {
        content()
                .log
                .add("replaceCredential oauth " + wanted.who() + " of " + wanted.issuer() + " as " + wanted.clientId()
                        + ", secret " + wanted.secret() + ", scopes " + wanted.scopes()
                        + (lookAs == null ? "" : ", looked at as " + lookAs)
                        + (Boolean.TRUE.equals(wanted.withoutResource()) ? ", without resource" : "")
                        + grant(wanted));
        OauthCredential shown = new OauthCredential(
                wanted.who(),
                wanted.issuer(),
                wanted.clientId(),
                wanted.method(),
                List.of(),
                null,
                false,
                null,
                Demo.NOW,
                null);
        return new ServerCredential(shown, null, lookAs, version);
    }

    private static String grant(NewOauthCredential wanted) {
        NewPersonExchange exchange = wanted.exchange();
        NewIdJag idJag = wanted.idJag();
        if (exchange != null) {
            return ", its " + exchange.subject() + " for " + exchange.audience() + " with " + exchange.scopes();
        }
        return idJag == null
                ? ""
                : ", a grant for " + idJag.issuer() + " as " + idJag.clientId() + " by " + idJag.method() + ", secret "
                        + idJag.secret();
    }

    private ServerCredential exchange(NewTokenExchange wanted, long version) {
        content().log.add("replaceCredential exchange for " + wanted.audience() + " with " + wanted.subjectScopes());
        ServerCredential client = client(wanted.client(), version);
        TokenExchange shown = new TokenExchange(
                Objects.requireNonNull(client.clientCredentials()),
                wanted.audience(),
                wanted.subjectScopes() == null ? List.of() : wanted.subjectScopes());
        return new ServerCredential(shown, client.token(), version);
    }

    @Override
    default ServerTls serverTls(UUID server) {
        return content().answer(content().tls.getOrDefault(server, ServerTls.NONE));
    }

    @Override
    default ServerTls replaceServerTls(UUID server, String ifMatch, NewServerTls wanted) {
        ServerTls before = serverTls(server);
        FakeContent.precondition(ifMatch, before.version());
        content()
                .log
                .add("replaceServerTls certificate " + wanted.certificate() + ", key " + wanted.privateKey() + ", ca "
                        + wanted.ca());
        ServerTls after = new ServerTls(List.of(), List.of(), wanted.certificate(), wanted.ca(), before.version() + 1);
        content().tls.put(server, after);
        return after;
    }

    @Override
    default void deleteServerTls(UUID server, String ifMatch) {
        FakeContent.precondition(ifMatch, serverTls(server).version());
        content().log.add("deleteServerTls");
        content().tls.remove(server);
    }

    @Override
    default void renewCredential(UUID server) {
        content().log.add("renewCredential");
    }

    @Override
    default void deleteCredential(UUID server, String ifMatch) {
        FakeContent.precondition(ifMatch, credential(server).version());
        content().credentials.remove(server);
    }
}
