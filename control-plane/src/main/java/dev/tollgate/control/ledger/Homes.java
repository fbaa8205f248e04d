package dev.tollgate.control.ledger;

import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Where tenants' gateways are. */
final class Homes {
    private static final String REGIONS = "select id, region from tenant where id = any(?)"
            + " union select tenant_id, unnest(array[from_region, to_region]) from tenant_move where tenant_id = any(?)";

    private Homes() {}

    /**
     * Of each tenant that there is the region where it is at home, and those of its last move: who held leases before it
     * gives them back after it.
     *
     * @param known the regions that have topics
     */
    static Map<TenantId, Set<Region>> of(Connection connection, Collection<TenantId> tenants, Set<Region> known)
            throws SQLException {
        Map<TenantId, Set<Region>> homes = new HashMap<>();
        if (tenants.isEmpty()) {
            return homes;
        }
        try (PreparedStatement query = connection.prepareStatement(REGIONS)) {
            var ids = Arrays.of(connection, "uuid", tenants, TenantId::value);
            query.setArray(1, ids);
            query.setArray(2, ids);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    Region region = new Region(rows.getString(2));
                    if (known.contains(region)) {
                        homes.computeIfAbsent(new TenantId(rows.getObject(1, UUID.class)), _ -> new HashSet<>())
                                .add(region);
                    }
                }
            }
        }
        return homes;
    }
}
