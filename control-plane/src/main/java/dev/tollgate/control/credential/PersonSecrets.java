package dev.tollgate.control.credential;

import dev.tollgate.control.seal.MasterSeal;
import dev.tollgate.model.api.ServerCredential;
import dev.tollgate.model.config.CredentialHeader;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.ConnectionSeal;
import dev.tollgate.model.wire.ConnectionSeal.Content;
import dev.tollgate.model.wire.ConnectionSeal.State;
import dev.tollgate.model.wire.CredentialSeal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What servers know people by, opened to be sealed for gateways and for nothing else. */
@ApplicationScoped
class PersonSecrets {
    private final PersonHeadersStore headers;
    private final TokenStore tokens;
    private final HeaderNames names;
    private final MasterSeal master;
    private final ClientsOfPeople clients;

    PersonSecrets(
            PersonHeadersStore headers,
            TokenStore tokens,
            HeaderNames names,
            MasterSeal master,
            ClientsOfPeople clients) {
        this.headers = headers;
        this.tokens = tokens;
        this.names = names;
        this.master = master;
        this.clients = clients;
    }

    /**
     * @param headers empty if the person has to see to it first
     * @param clients ids
     */
    record Secret(State state, List<CredentialHeader> headers, List<String> clients) {
        Content content(long version) {
            return new Content(
                    state,
                    version,
                    headers,
                    clients.stream().map(ConnectionSeal::client).toList());
        }
    }

    /** Empty for somebody who is not connected. */
    Optional<Secret> of(CredentialRow row, UUID person, TenantId tenant) {
        return switch (row.kind) {
            case NONE, HEADERS, CLIENT_CREDENTIALS, TOKEN_EXCHANGE, OAUTH -> Optional.empty();
            case PERSON_OAUTH, PERSON_TOKEN_EXCHANGE, PERSON_ID_JAG ->
                tokens.find(new TokenId(row.serverId, person))
                        .filter(token -> !token.isAwaited())
                        .map(token -> secret(token, tenant));
            case PERSON_HEADERS ->
                headers.find(new PersonHeadersId(row.serverId, person))
                        .map(own -> secret(names.read(row.headers), own, tenant));
        };
    }

    private Secret secret(TokenRow token, TenantId tenant) {
        List<String> allowed = clients.of(token.serverId, token.person);
        return token.isOfNoUse()
                ? new Secret(State.NEEDS_ATTENTION, List.of(), allowed)
                : new Secret(
                        State.CONNECTED,
                        CredentialSeal.headers(master.open(Objects.requireNonNull(token.sealed), token.bound(tenant))),
                        allowed);
    }

    private Secret secret(List<ServerCredential.Header> asked, PersonHeadersRow own, TenantId tenant) {
        Map<String, CredentialHeader> given = given(own, tenant);
        List<CredentialHeader> found = new ArrayList<>();
        for (ServerCredential.Header each : asked) {
            CredentialHeader value = given.get(each.name().toLowerCase(Locale.ROOT));
            if (value != null) {
                found.add(new CredentialHeader(each.name(), value.value()));
            }
        }
        List<String> allowed = clients.of(own.serverId, own.person);
        return found.size() < asked.size()
                ? new Secret(State.NEEDS_ATTENTION, List.of(), allowed)
                : new Secret(State.CONNECTED, found, allowed);
    }

    /** By names in lower case. */
    Map<String, CredentialHeader> given(PersonHeadersRow own, TenantId tenant) {
        return CredentialSeal.headers(master.open(own.sealed, own.bound(tenant))).stream()
                .collect(Collectors.toMap(header -> header.name().toLowerCase(Locale.ROOT), Function.identity()));
    }

    /** Everybody's for a server. */
    void forget(UUID server) {
        headers.to(server).forEach(this::forget);
    }

    void forgetPerson(UUID person) {
        headers.of(person).forEach(this::forget);
    }

    /** With the clients that could use it. */
    void forget(PersonHeadersRow row) {
        clients.forget(row.serverId, row.person);
        headers.remove(row);
    }
}
