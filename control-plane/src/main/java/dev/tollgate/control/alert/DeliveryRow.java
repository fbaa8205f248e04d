package dev.tollgate.control.alert;

import dev.tollgate.control.persistence.Ids;
import dev.tollgate.control.persistence.OwnedRow;
import dev.tollgate.model.api.AlertDelivery;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An alert on its way to one channel. */
@Entity
@Table(name = "alert_delivery")
class DeliveryRow extends OwnedRow {
    @Id
    UUID id = Ids.next();

    @Column(name = "alert_id", nullable = false, updatable = false)
    UUID alertId;

    @Column(name = "channel_id", nullable = false, updatable = false)
    UUID channelId;

    @Column(name = "attempts", nullable = false)
    int attempts;

    @Column(name = "next_at")
    @Nullable
    Instant nextAt;

    @Column(name = "delivered_at")
    @Nullable
    Instant deliveredAt;

    @Column(name = "problem")
    @Nullable
    String problem;

    @Column(name = "fence", nullable = false)
    long fence;

    @Column(name = "held_until")
    @Nullable
    Instant heldUntil;

    /** Writes down what came of one more attempt. */
    void tried(Sent sent, Instant now) {
        attempts++;
        heldUntil = null;
        switch (sent) {
            case Sent.Arrived _ -> {
                deliveredAt = now;
                nextAt = null;
                problem = null;
            }
            case Sent.Failed failed -> {
                problem = failed.why();
                nextAt = failed.hopeless()
                        ? null
                        : RetryTimes.next(attempts, now).orElse(null);
            }
        }
    }

    AlertDelivery toApi(String channelName) {
        AlertDelivery.State state = deliveredAt != null
                ? AlertDelivery.State.DELIVERED
                : nextAt != null ? AlertDelivery.State.WAITING : AlertDelivery.State.GIVEN_UP;
        return new AlertDelivery(channelId, channelName, state, attempts, problem, nextAt, deliveredAt);
    }
}
