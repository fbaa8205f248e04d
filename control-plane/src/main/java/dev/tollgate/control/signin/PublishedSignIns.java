package dev.tollgate.control.signin;

import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.config.SignInConfig;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.ConfigCodec;
import dev.tollgate.model.wire.ConfigKey;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What is published of sign-ins, across tenants; as the system role, which reads it and writes nothing of it. */
@ApplicationScoped
class PublishedSignIns {
    private static final String ALL = "select t.id, c.value from tenant t"
            + " left join config_resource c on c.tenant_id = t.id and c.kind = 'sign-in' order by t.id";

    private static final String WITHOUT = "select t.id from tenant t where not exists"
            + " (select 1 from config_resource c where c.tenant_id = t.id and c.kind = 'sign-in') order by t.id";

    private final AgroalDataSource system;

    PublishedSignIns(@DataSource("system") AgroalDataSource system) {
        this.system = system;
    }

    /** The tenants whose gateways do not know this issuer by these keys. */
    List<TenantId> allWithOthers(Issuer issuer) {
        try (Connection connection = system.getConnection();
                PreparedStatement query = connection.prepareStatement(ALL);
                ResultSet rows = query.executeQuery()) {
            List<TenantId> others = new ArrayList<>();
            while (rows.next()) {
                TenantId tenant = new TenantId(rows.getObject(1, UUID.class));
                byte[] value = rows.getBytes(2);
                if (value == null || !isOf(issuer, tenant, value)) {
                    others.add(tenant);
                }
            }
            return others;
        } catch (SQLException e) {
            throw new IllegalStateException("published sign-ins cannot be read", e);
        }
    }

    /** The tenants whose gateways know no issuer, as those do not that are new. */
    List<TenantId> allWithout() {
        try (Connection connection = system.getConnection();
                PreparedStatement query = connection.prepareStatement(WITHOUT);
                ResultSet rows = query.executeQuery()) {
            List<TenantId> without = new ArrayList<>();
            while (rows.next()) {
                without.add(new TenantId(rows.getObject(1, UUID.class)));
            }
            return without;
        } catch (SQLException e) {
            throw new IllegalStateException("published sign-ins cannot be read", e);
        }
    }

    private static boolean isOf(Issuer issuer, TenantId tenant, byte[] value) {
        ConfigKey key = new ConfigKey(tenant, ConfigKind.SIGN_IN, SignInConfig.ID);
        SignInConfig config = (SignInConfig) ConfigCodec.decode(key, value);
        return config.issuer().equals(issuer.name()) && config.keys().equals(issuer.keys());
    }
}
