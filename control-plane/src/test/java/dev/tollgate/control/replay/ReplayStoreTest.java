package dev.tollgate.control.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.control.web.Answer;
import dev.tollgate.model.id.TenantId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys of work that is done while no transaction is open. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
class ReplayStoreTest {
    private static final Claim CLAIM = new Claim("someone", "key", "of the request");
    private static final Duration LONG_AGO = Duration.ofMinutes(2);

    @Inject
    ReplayStore store;

    @Inject
    TenantScope scope;

    private TenantId tenant;

    @BeforeEach
    void a_claim_under_way() {
        tenant = TenantId.of(Acting.ownerOfNewTenant("replay").tenantId());
        assertThat(isClaimed(CLAIM, LONG_AGO)).isTrue();
    }

    @Test
    void what_is_under_way_is_nobody_elses() {
        assertThat(isClaimed(CLAIM, LONG_AGO)).isFalse();
        assertThat(inTenant(() -> store.find(CLAIM)).isUnderWay()).isTrue();
    }

    @Test
    void what_was_broken_off_is_taken_over_by_the_same_request_alone() {
        assertThat(isClaimed(new Claim("someone", "key", "of another request"), Duration.ZERO))
                .isFalse();

        assertThat(isClaimed(CLAIM, Duration.ZERO)).isTrue();
    }

    @Test
    void what_failed_gives_its_key_back() {
        run(() -> store.release(CLAIM));

        assertThat(isClaimed(CLAIM, LONG_AGO)).isTrue();
    }

    @Test
    void what_was_carried_out_is_neither_taken_over_nor_given_back() {
        run(() -> store.keep(CLAIM, Answer.done("done"), OptionalLong.empty()));
        run(() -> store.release(CLAIM));

        assertThat(isClaimed(CLAIM, Duration.ZERO)).isFalse();
        assertThat(inTenant(() -> store.find(CLAIM)).status()).isEqualTo(200);
    }

    private boolean isClaimed(Claim claim, Duration underWayMax) {
        return inTenant(() -> store.claim(claim, underWayMax));
    }

    private void run(Runnable work) {
        inTenant(() -> {
            work.run();
            return work;
        });
    }

    private <T> T inTenant(Supplier<T> work) {
        return scope.call(tenant, () -> QuarkusTransaction.requiringNew().call(work::get));
    }
}
