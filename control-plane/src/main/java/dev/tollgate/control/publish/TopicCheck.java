package dev.tollgate.control.publish;

import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Compares a region's topic with what is published, and sends a tenant whole again where they differ. So a Kafka that
 * lost its data, a former publisher that wrote late, or whoever wrote there without the key is mended without anyone's
 * doing; and a new key signs everything again.
 */
@ApplicationScoped
class TopicCheck {
    private static final Logger LOG = Logger.getLogger(TopicCheck.class);

    private final TenantScope scope;
    private final Changes changes;
    private final HeadSigner signer;

    TopicCheck(TenantScope scope, Changes changes, HeadSigner signer) {
        this.scope = scope;
        this.changes = changes;
        this.signer = signer;
    }

    /** With the outbox empty, or what is on its way counts as missing and is sent twice. */
    void run(Connection connection, String bootstrapServers, Region region) {
        TopicState topic =
                TopicState.read(bootstrapServers, Topics.config(region), head -> signer.isSigned(head, region));
        for (Map.Entry<TenantId, Standing> tenant :
                published(connection, region).entrySet()) {
            if (!tenant.getValue().equals(topic.standing(tenant.getKey()))) {
                LOG.infof("tenant %s is sent again to region %s", tenant.getKey(), region);
                Set<String> onTopic = topic.keys(tenant.getKey());
                scope.run(tenant.getKey(), () -> changes.sendAgain(region, onTopic));
            }
        }
    }

    private static Map<TenantId, Standing> published(Connection connection, Region region) {
        try {
            return PublishedStore.standings(connection, region);
        } catch (SQLException e) {
            throw new IllegalStateException("published state cannot be read", e);
        }
    }

    /**
     * When to compare: on taking over, once more when all that a former publisher may have had in flight has arrived or
     * failed, and then every hour; and soon after a gateway has rejected something, because what it read may be no work of
     * ours.
     */
    static final class Schedule {
        private static final Duration SETTLED = Duration.ofMinutes(1);
        private static final Duration PERIOD = Duration.ofHours(1);
        /** Between two that were asked for, since a whole topic is read. */
        private static final Duration SOON = Duration.ofSeconds(20);

        private final Rejections rejections;
        private long nextNanos = System.nanoTime();
        private Duration wait = SETTLED;
        private Instant last = Instant.EPOCH;

        Schedule(Rejections rejections) {
            this.rejections = rejections;
        }

        boolean due() {
            return due(System.nanoTime(), Instant.now());
        }

        boolean due(long nanos, Instant now) {
            boolean asked = !now.isBefore(last.plus(SOON)) && rejections.heardAfter(last);
            if (nanos - nextNanos < 0 && !asked) {
                return false;
            }
            nextNanos = nanos + wait.toNanos();
            wait = PERIOD;
            last = now;
            return true;
        }
    }
}
