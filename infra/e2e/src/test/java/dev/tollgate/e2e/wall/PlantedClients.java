package dev.tollgate.e2e.wall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Workshop;
import dev.tollgate.e2e.recorder.Encodings;
import dev.tollgate.e2e.service.GuardedService;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.model.api.AccessTokenStatus;
import dev.tollgate.model.api.ClientMethod;
import dev.tollgate.model.api.NewClientCredentials;
import dev.tollgate.model.api.NewServerCredential;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ServerCredential;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A company's servers that take tokens of a provider, which knows the company in one way for each server. */
final class PlantedClients implements AutoCloseable {
    private final TokenProvider provider = new TokenProvider();
    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final Map<ClientMethod, Server> servers = new LinkedHashMap<>();
    private final Company company;

    PlantedClients(Company company) throws IOException {
        this.company = company;
    }

    /** Makes the servers, each with its credential, and waits until the provider's tokens come to the service. */
    void grow(Workshop workshop, GuardedService service) {
        for (ClientMethod method : ClientMethod.values()) {
            Server server = workshop.openApi(
                    "by-" + method.name().toLowerCase(Locale.ROOT).replace('_', '-'), service.document());
            servers.put(method, workshop.approveAll(server));
            String secret = method == ClientMethod.PRIVATE_KEY_JWT
                    ? null
                    : "cl/ient+" + UUID.randomUUID() + "=&" + UUID.randomUUID();
            company.api()
                    .expect(
                            Request.of("PUT", path(server))
                                    .ifMatch(0)
                                    .body(new NewServerCredential(credentials(method, secret))),
                            200);
            if (secret != null) {
                plant("the client's secret for " + method, secret);
                plant("the form's client secret for " + method, URLEncoder.encode(secret, StandardCharsets.UTF_8));
            }
        }
        for (Server server : servers.values()) {
            Eventually.passes(
                    "the provider gives a token for " + server.name(),
                    () -> assertThat(token(server).state()).isEqualTo(AccessTokenStatus.State.VALID));
        }
        provider.issued().forEach(token -> plant("a provider's token ending in " + token.substring(60), token));
    }

    private void plant(String what, String secret) {
        secrets.putAll(Encodings.of(what, secret));
    }

    private NewClientCredentials credentials(ClientMethod method, @Nullable String secret) {
        return new NewClientCredentials(
                provider.issuer(), "client-" + method, method, secret, List.of("tools"), null, null);
    }

    private AccessTokenStatus token(Server server) {
        ServerCredential credential = company.api().read(path(server), ServerCredential.class);
        return Objects.requireNonNull(credential.token());
    }

    static String path(Server server) {
        return "/api/v1/servers/" + server.id() + "/credential";
    }

    TokenProvider provider() {
        return provider;
    }

    List<String> paths() {
        return servers.values().stream().map(PlantedClients::path).toList();
    }

    /** Each by what it is and how it is written. */
    Map<String, String> secrets() {
        return secrets;
    }

    @Override
    public void close() {
        provider.close();
    }
}
