package dev.tollgate.control.users;

import dev.tollgate.control.persistence.OwnedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Which subject someone is who signs in. */
@Entity
@Table(name = "tenant_user")
class UserRow extends OwnedRow {
    /** The identity provider's. */
    @Id
    @Column(name = "identity_id")
    String identity;

    @Column(name = "subject", nullable = false, updatable = false)
    String subject;

    /** Not for someone whom their organization's directory has deactivated: their tokens are refused. */
    @Column(name = "active", nullable = false)
    boolean active = true;
}
