package dev.tollgate.control.ledger;

import dev.tollgate.model.id.Region;
import dev.tollgate.model.quota.LeaseTerms;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The ledger of this installation. */
@ApplicationScoped
class LedgerBeans {
    @Produces
    @Singleton
    LedgerMeter meter() {
        return new LedgerMeter();
    }

    @Produces
    @Singleton
    StoredLedger ledger(
            @DataSource("system") AgroalDataSource system,
            LedgerMeter meter,
            @ConfigProperty(name = "tollgate.regions") List<String> regions) {
        return new StoredLedger(
                new Transactions(system),
                LeaseTerms.STANDARD,
                regions.stream().map(Region::new).collect(Collectors.toUnmodifiableSet()),
                meter);
    }
}
