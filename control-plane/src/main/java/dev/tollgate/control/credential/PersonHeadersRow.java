package dev.tollgate.control.credential;

import dev.tollgate.control.persistence.OwnedRow;
import dev.tollgate.control.seal.MasterSeal;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.CredentialSeal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The headers that one person gave one server, sealed. */
@Entity
@IdClass(PersonHeadersId.class)
@Table(name = "person_headers")
public class PersonHeadersRow extends OwnedRow {
    @Id
    @Column(name = "server_id")
    UUID serverId;

    @Id
    @Column(name = "person")
    UUID person;

    @Column(name = "headers", nullable = false)
    String headers = HeaderNames.NONE;

    @Column(name = "sealed", nullable = false)
    byte[] sealed;

    @Column(name = "sealed_by", nullable = false)
    String sealedBy;

    @Column(name = "secret_version", nullable = false)
    long secretVersion;

    static PersonHeadersRow of(PersonHeadersId id) {
        PersonHeadersRow row = new PersonHeadersRow();
        row.serverId = id.serverId();
        row.person = id.person();
        return row;
    }

    PersonHeadersId id() {
        return new PersonHeadersId(serverId, person);
    }

    /** Other values; they are still to be written. */
    void next(Instant now) {
        secretVersion = Math.max(secretVersion + 1, ChronoUnit.MICROS.between(Instant.EPOCH, now));
    }

    /** What its values are bound to. */
    String bound(TenantId tenant) {
        return "of-person-" + person + "-" + new CredentialSeal(tenant, new ServerId(serverId), secretVersion).bound();
    }

    void sealAgain(MasterSeal master, String masterKey) {
        String bound = bound(tenant());
        sealed = master.seal(master.open(sealed, bound), bound);
        sealedBy = masterKey;
    }
}
