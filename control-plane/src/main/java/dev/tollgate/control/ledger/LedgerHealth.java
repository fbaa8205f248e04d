package dev.tollgate.control.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells whether leases are granted. Always up: ready means that REST can be answered, and requests wait on their topic for
 * another replica.
 */
@Readiness
@ApplicationScoped
class LedgerHealth implements HealthCheck {
    private final LedgerMeter meter;

    LedgerHealth(LedgerMeter meter) {
        this.meter = meter;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("ledger").up().withData("failures", meter.failures.get());
        String failure = meter.failure();
        if (failure != null) {
            response.withData("failure", failure);
        }
        return response.build();
    }
}
