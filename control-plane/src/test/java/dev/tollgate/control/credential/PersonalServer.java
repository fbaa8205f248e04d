package dev.tollgate.control.credential;

import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.publish.Change;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.publish.OutboxContents;
import dev.tollgate.control.seal.RegionSeals;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.model.config.PersonConfig;
import dev.tollgate.model.config.PersonConnection;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.SubjectKind;
import dev.tollgate.model.config.SubjectRef;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.ConnectionSeal;
import dev.tollgate.model.wire.ConnectionSeal.Content;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** A server of a new tenant that asks each person for headers, and what gateways are told of its people. */
@Dependent
class PersonalServer {
    static final Region LOCAL = new Region("local");

    private final AgroalDataSource system;
    private final RegionSeals seals;
    private final TenantScope scope;
    private final Changes changes;
    final Acting owner = Acting.ownerOfNewTenant("own");
    final String id = owner.server("crm", owner.environment("production"));
    final String credential = "/servers/" + id + "/credential";
    final String own = "/me/connections/" + id;
    final String headers = own + "/headers";
    final UUID annsId = UUID.randomUUID();
    final Acting ann;

    PersonalServer(
            @DataSource("system") AgroalDataSource system, RegionSeals seals, TenantScope scope, Changes changes) {
        this.system = system;
        this.seals = seals;
        this.scope = scope;
        this.changes = changes;
        ann = person(annsId, "viewer");
    }

    /** A user of the tenant, whom gateways know. */
    Acting person(UUID person, String role) {
        TenantId tenant = TenantId.of(owner.tenantId());
        change(change -> change.put(
                PersonConfig.of(tenant, person.toString(), SubjectRef.of(SubjectKind.USER, UUID.randomUUID()))));
        return owner.person(person.toString(), role);
    }

    void change(Consumer<Change> made) {
        within(() -> changes.make(change -> {
            made.accept(change);
            return change;
        }));
    }

    void within(Runnable work) {
        scope.run(TenantId.of(owner.tenantId()), work);
    }

    void asksEachPerson(String... names) {
        owner.put(credential, Map.of("personHeaders", List.of(names))).statusCode(200);
    }

    void annAllows(String client) {
        ann.post(own + "/clients/allow", Map.of("client", client)).statusCode(200);
    }

    static Map<String, Object> headers(String name, String value) {
        return Map.of("headers", List.of(Map.of("name", name, "value", value)));
    }

    OutboxContents outbox() {
        return OutboxContents.of(system, owner);
    }

    Optional<PersonConnection> published(UUID person) {
        return outbox().connections().stream()
                .filter(one -> one.person().equals(person))
                .findFirst();
    }

    Content content(UUID person) {
        PersonConnection connection = published(person).orElseThrow();
        String text = Objects.requireNonNull(connection.sealed().get(LOCAL.value()));
        return ConnectionSeal.of(connection).open(text, LOCAL, seals.of(LOCAL)).orElseThrow();
    }

    ServerConfig config() {
        return outbox().live(ServerConfig.class).getFirst();
    }
}
