package dev.tollgate.control.consent;

import dev.tollgate.control.persistence.OwnedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** One client that a person lets use their connection to one server. */
@Entity
@Table(name = "allowed_client")
class AllowedClientRow extends OwnedRow {
    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "server_id", nullable = false, updatable = false)
    UUID serverId;

    /** The identity provider's id. */
    @Column(name = "person", nullable = false, updatable = false)
    UUID person;

    @Column(name = "client", nullable = false, updatable = false)
    String client;
}
