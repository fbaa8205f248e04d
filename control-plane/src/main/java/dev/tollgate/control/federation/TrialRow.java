package dev.tollgate.control.federation;

import dev.tollgate.control.persistence.OwnedRow;
import dev.tollgate.control.persistence.Times;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tenant's latest trial; there is one row, and its id is the tenant's. */
@Entity
@Table(name = "sign_in_trial")
class TrialRow extends OwnedRow {
    static final Duration LIFE = Duration.ofMinutes(10);

    @Id
    UUID id;

    /** Gone once a browser has brought it back. */
    @Column(name = "state_sha256")
    @Nullable
    String stateSha256;

    @Column(name = "verifier", nullable = false)
    String verifier;

    @Column(name = "started_at", nullable = false)
    Instant startedAt = Times.now();

    @Column(name = "problem")
    @Nullable
    String problem;

    /** JSON. */
    @Column(name = "outcome")
    @Nullable
    String outcome;

    Instant endsAt() {
        return startedAt.plus(LIFE);
    }
}
