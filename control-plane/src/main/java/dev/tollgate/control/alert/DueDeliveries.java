package dev.tollgate.control.alert;

import dev.tollgate.model.id.TenantId;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What is due of all tenants, shared out among replicas. */
@ApplicationScoped
class DueDeliveries {
    /** Who has not written by then has lost the claim; longer than any receiver is waited for. */
    static final Duration TERM = Duration.ofMinutes(1);

    /** Of one tenant in one claim: receivers that hang keep others waiting no longer than for these. */
    static final int OF_TENANT_MAX = 2;

    /** One statement, so that of any number of replicas one has each. */
    private static final String CLAIM = """
            update alert_delivery delivery set fence = delivery.fence + 1, held_until = now() + make_interval(secs => ?)
              from (select one.id
                      from alert_delivery one
                      join (select id, row_number() over (partition by tenant_id order by next_at) as place
                              from alert_delivery
                             where next_at <= now() and (held_until is null or held_until < now())) line
                        on line.id = one.id
                     where one.next_at <= now() and (one.held_until is null or one.held_until < now())
                       and line.place <= ?
                     order by one.next_at limit ? for update of one skip locked) due
             where delivery.id = due.id
            returning delivery.tenant_id, delivery.id, delivery.fence""";

    private final AgroalDataSource system;

    DueDeliveries(@DataSource("system") AgroalDataSource system) {
        this.system = system;
    }

    /**
     * A delivery that nobody else makes while its term lasts.
     *
     * @param fence what the row must still have when it is written
     */
    record Claim(TenantId tenant, UUID delivery, long fence) {}

    List<Claim> claim(int max) {
        try (Connection connection = system.getConnection();
                PreparedStatement statement = connection.prepareStatement(CLAIM)) {
            statement.setDouble(1, TERM.toSeconds());
            statement.setInt(2, OF_TENANT_MAX);
            statement.setInt(3, max);
            try (ResultSet rows = statement.executeQuery()) {
                List<Claim> claims = new ArrayList<>();
                while (rows.next()) {
                    claims.add(new Claim(
                            new TenantId(rows.getObject(1, UUID.class)),
                            rows.getObject(2, UUID.class),
                            rows.getLong(3)));
                }
                return claims;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("deliveries of alerts cannot be claimed", e);
        }
    }
}
