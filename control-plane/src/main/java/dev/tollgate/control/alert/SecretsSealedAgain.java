package dev.tollgate.control.alert;

import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.seal.MasterSeal;
import dev.tollgate.control.seal.SealedRows;
import dev.tollgate.model.id.TenantId;
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

/** Webhooks' secrets, for the job that seals anew what older keys have sealed. */
@ApplicationScoped
class SecretsSealedAgain implements SealedRows {
    private final AgroalDataSource system;
    private final ChannelService service;
    private final MasterSeal master;
    private final TenantScope scope;

    SecretsSealedAgain(
            @DataSource("system") AgroalDataSource system,
            ChannelService service,
            MasterSeal master,
            TenantScope scope) {
        this.system = system;
        this.service = service;
        this.master = master;
        this.scope = scope;
    }

    private record Sealed(TenantId tenant, UUID channel, String by) {}

    @Override
    public int sealAgain() {
        List<Sealed> all = sealed();
        if (all.isEmpty()) {
            return 0;
        }
        String masterKey = master.currentKey();
        List<Sealed> old =
                all.stream().filter(one -> !one.by().equals(masterKey)).toList();
        old.forEach(one -> scope.run(one.tenant(), () -> service.sealAgain(one.channel(), masterKey)));
        return old.size();
    }

    private List<Sealed> sealed() {
        try (Connection connection = system.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select tenant_id, id, sealed_by from alert_channel where sealed_by <> ''");
                ResultSet rows = query.executeQuery()) {
            List<Sealed> found = new ArrayList<>();
            while (rows.next()) {
                found.add(new Sealed(
                        new TenantId(rows.getObject(1, UUID.class)), rows.getObject(2, UUID.class), rows.getString(3)));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the keys that webhooks' secrets are sealed by cannot be read", e);
        }
    }
}
