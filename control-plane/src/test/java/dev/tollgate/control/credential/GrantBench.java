package dev.tollgate.control.credential;

import dev.tollgate.control.oauth.TokenAnswer.Tokens;
import dev.tollgate.control.publish.OutboxContents;
import dev.tollgate.control.seal.MasterSeal;
import dev.tollgate.model.api.ClientMethod;
import dev.tollgate.model.api.OauthCredential.Found;
import dev.tollgate.model.api.OauthCredential.KnownBy;
import dev.tollgate.model.config.PersonConnection;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.ConnectionSeal;
import dev.tollgate.model.wire.CredentialSeal;
import dev.tollgate.model.wire.WireJson;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** A server that each person signs in for elsewhere, as rows, seals and records have it. */
final class GrantBench extends TokenBench {
    static final String SIGN_IN = "http://127.0.0.1:1908";
    static final String SERVERS = "http://127.0.0.1:1907";
    private static final Region LOCAL = new Region("local");

    private final Beans more;

    private GrantBench(TokenBench.Beans beans, Beans more) {
        super(beans);
        this.more = more;
        wants(Way.ACCESS_TOKEN);
    }

    /** What such a bench is made of beside the other. */
    @Dependent
    static class Beans {
        @Inject
        TokenBench.Beans beans;

        @Inject
        CredentialStore credentials;

        @Inject
        OauthSecrets secrets;

        @Inject
        OauthCredentials oauth;

        @Inject
        MasterSeal master;

        GrantBench bench() {
            return new GrantBench(beans, this);
        }
    }

    /** What a sign-in is given for. */
    enum Way {
        ACCESS_TOKEN("exchange at-provider-", Map.of("exchange", Map.of("audience", "crm"))),
        ID_TOKEN("exchange id-", Map.of("exchange", Map.of("subject", "ID_TOKEN"))),
        ID_JAG(
                "vouched id-",
                Map.of(
                        "idJag",
                        Map.of(
                                "issuer",
                                SERVERS,
                                "clientId",
                                "brought",
                                "method",
                                "CLIENT_SECRET_POST",
                                "secret",
                                "medlar")));

        private final String asked;
        private final Map<String, Object> body;

        Way(String asked, Map<String, Object> body) {
            this.asked = asked;
            this.body = body;
        }

        String asked(String who) {
            return asked + who;
        }
    }

    /** As one to which somebody was sent already. */
    void wants(Way way) {
        Map<String, Object> oauth = new HashMap<>(way.body);
        oauth.putAll(Map.of(
                "who",
                "EACH_PERSON",
                "issuer",
                SIGN_IN,
                "clientId",
                "tollgate",
                "method",
                "CLIENT_SECRET_BASIC",
                "secret",
                "quince"));
        owner.put(path, Map.of("oauth", oauth)).statusCode(200);
        change(change -> more.secrets.found(
                credential(),
                new Found(
                        URI.create(SIGN_IN),
                        true,
                        "tollgate",
                        KnownBy.GIVEN_CLIENT,
                        ClientMethod.CLIENT_SECRET_BASIC,
                        List.of("openid"),
                        null,
                        Instant.now(),
                        null),
                "",
                change.tenant()));
    }

    private CredentialRow credential() {
        return more.credentials.find(server).orElseThrow();
    }

    void signedIn(UUID person, Tokens answer) {
        received(person, version(), answer);
    }

    /** With the provider told. */
    void disconnects(UUID person) {
        change(change -> more.oauth.disconnect(server, person, change));
    }

    Optional<PersonConnection> published(UUID person) {
        return OutboxContents.of(beans.system, owner, "local").connections().stream()
                .filter(one -> one.person().equals(person))
                .findFirst();
    }

    private ConnectionSeal.Content content(UUID person) {
        PersonConnection connection = published(person).orElseThrow();
        return ConnectionSeal.of(connection)
                .open(Objects.requireNonNull(connection.sealed().get("local")), LOCAL, beans.seals.of(LOCAL))
                .orElseThrow();
    }

    ConnectionSeal.State state(UUID person) {
        return content(person).state();
    }

    String atGateways(UUID person) {
        return content(person).headers().getFirst().value();
    }

    /** All that is sealed in somebody's row: what renews, and the header for the server. */
    List<String> opened(UUID person) {
        TokenRow row = row(person);
        TenantId tenant = TenantId.of(owner.tenantId());
        List<String> opened = new ArrayList<>();
        if (row.refresh != null) {
            opened.add(new String(more.master.open(row.refresh, row.refreshBound(tenant)), StandardCharsets.UTF_8));
        }
        if (row.sealed != null) {
            CredentialSeal.headers(more.master.open(row.sealed, row.bound(tenant)))
                    .forEach(header -> opened.add(header.value()));
        }
        return opened;
    }

    /** Whom, as which client, of what. */
    List<String> toBeRevoked() {
        return asTenant(() -> ((List<?>) beans.entities
                        .createNativeQuery("select id, issuer, sealed from oauth_revocation")
                        .getResultList())
                .stream().map(row -> opened((Object[]) row)).toList());
    }

    private String opened(Object[] row) {
        byte[] plain = more.master.open((byte[]) row[2], "oauth-revocation|" + row[0]);
        Map<?, ?> parting = WireJson.decode(plain, Map.class);
        List<?> tokens = (List<?>) Objects.requireNonNull(parting.get("tokens"));
        return row[1] + " as " + parting.get("clientId") + ": " + tokens.getFirst();
    }
}
