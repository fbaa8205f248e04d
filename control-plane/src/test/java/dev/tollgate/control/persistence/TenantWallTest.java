package dev.tollgate.control.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Database;
import dev.tollgate.control.testing.Postgres;
import dev.tollgate.model.id.TenantId;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL keeps tenants apart by itself, whatever the application forgets. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
class TenantWallTest {
    /** Those of the migrations, and of gateways' boots, which the application does not reach; and those that all tenants read. */
    private static final Set<String> OF_NO_TENANT = Set.of(
            "flyway_schema_history", "quota_trail", "catalogue_price", "catalogue_price_version", "catalogue_state");

    private static final String NAMES = "select name from environment order by name";

    @Inject
    AgroalDataSource application;

    @Inject
    @DataSource("system")
    AgroalDataSource system;

    @Inject
    TenantScope scope;

    @Inject
    EntityManager entities;

    private TenantId acme;
    private TenantId globex;

    @BeforeEach
    void twoTenants() {
        acme = tenantWith("acme", "acme-prod");
        globex = tenantWith("globex", "globex-prod");
    }

    private static TenantId tenantWith(String name, String environment) {
        Acting owner = Acting.ownerOfNewTenant(name);
        owner.environment(environment);
        return TenantId.of(owner.tenantId());
    }

    @Test
    void sql_without_where_sees_one_tenant() {
        assertThat(scope.call(acme, () -> Database.texts(application, NAMES))).containsExactly("acme-prod");
        assertThat(scope.call(globex, () -> Database.texts(application, NAMES))).containsExactly("globex-prod");
    }

    @Test
    void sql_without_a_tenant_sees_nothing_whoever_had_the_connection_before() {
        // All of the pool's connections, one after the other, have been bound to a tenant.
        for (int i = 0; i < 50; i++) {
            scope.run(acme, () -> Database.texts(application, NAMES));
            assertThat(Database.texts(application, NAMES)).isEmpty();
        }
    }

    @Test
    void a_transaction_that_was_rolled_back_leaves_no_tenant_behind() {
        assertThatThrownBy(() -> scope.run(
                        acme,
                        () -> QuarkusTransaction.requiringNew().run(() -> {
                            Database.texts(application, NAMES);
                            throw new IllegalStateException("rolled back");
                        })))
                .hasMessage("rolled back");

        assertThat(Database.texts(application, NAMES)).isEmpty();
        assertThat(scope.call(globex, () -> Database.texts(application, NAMES))).containsExactly("globex-prod");
    }

    @Test
    void native_sql_through_hibernate_sees_one_tenant_too() {
        List<?> seen = scope.call(
                acme,
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> entities.createNativeQuery(NAMES).getResultList()));

        assertThat(seen).hasToString("[acme-prod]");
    }

    @Test
    void a_row_cannot_be_written_into_another_tenant() {
        String insert = "insert into environment (tenant_id, id, name, created_at, version)"
                + " values (?, gen_random_uuid(), 'forged', now(), 0) returning name";

        assertThatThrownBy(() -> scope.run(acme, () -> Database.texts(application, insert, globex.value())))
                .hasMessageContaining("row-level security");
    }

    @Test
    void a_row_cannot_refer_to_another_tenants() {
        String foreign = scope.call(globex, () -> Database.texts(application, "select id from environment"))
                .getFirst();
        String insert =
                "insert into virtual_key (tenant_id, id, environment_id, name, grants, owner, created_at, version)"
                        + " select tenant_id, 'abcdefghijkl', ?::uuid, 'forged', '[]', ref, now(), 0 from subject returning name";

        assertThatThrownBy(() -> scope.run(acme, () -> Database.texts(application, insert, foreign)))
                .hasMessageContaining("virtual_key_environment_used");
    }

    @Test
    void every_table_of_tenants_is_walled_off() {
        Set<String> tables = new HashSet<>(Database.texts(
                system,
                "select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace"));
        tables.removeAll(OF_NO_TENANT);

        Set<String> walled = new HashSet<>(Database.texts(
                system,
                "select c.relname from pg_class c join pg_policy p on p.polrelid = c.oid"
                        + " where c.relrowsecurity and c.relforcerowsecurity and p.polname = 'tenant_wall'"
                        + " and pg_get_expr(p.polqual, c.oid) like '%= current_tenant())'"
                        + " and pg_get_expr(p.polwithcheck, c.oid) like '%= current_tenant())'"
                        + " and p.polroles = array['tollgate_app'::regrole::oid]"));

        assertThat(tables).isNotEmpty();
        assertThat(walled).containsExactlyInAnyOrderElementsOf(tables);
    }

    @Test
    void what_is_no_tenants_is_out_of_the_applications_reach() {
        assertThat(privilegesOfTheApplication("c.relname in ('quota_trail', 'flyway_schema_history')"))
                .isEmpty();
    }

    @Test
    void what_all_tenants_read_none_of_them_writes() {
        assertThat(privilegesOfTheApplication("c.relname like 'catalogue%' and c.relname <> 'catalogue_seen'"))
                .containsExactly("catalogue_price SELECT", "catalogue_price_version SELECT", "catalogue_state SELECT");
    }

    /** The information schema shows a role its own alone. */
    private List<String> privilegesOfTheApplication(String tables) {
        return Database.texts(
                system,
                "select c.relname || ' ' || p from pg_class c"
                        + " cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) p"
                        + " where c.relkind = 'r' and " + tables
                        + " and has_table_privilege('tollgate_app', c.oid, p) order by 1");
    }

    @Test
    void limits_are_set_by_the_application_and_what_is_spent_of_them_by_the_ledger_alone() {
        assertThat(writableBy("tollgate_app")).containsExactly("limit_id", "tenant_id", "terms", "unit");
        assertThat(writableBy("tollgate_system")).containsExactly("books", "boots", "busy", "held", "ticked_at");
    }

    private List<String> writableBy(String role) {
        return Database.texts(
                system,
                "select a.attname from pg_attribute a where a.attrelid = 'quota_account'::regclass and a.attnum > 0"
                        + " and (has_column_privilege(?, a.attrelid, a.attnum, 'INSERT')"
                        + " or has_column_privilege(?, a.attrelid, a.attnum, 'UPDATE')) order by 1",
                role,
                role);
    }

    @Test
    void no_other_policy_lets_the_application_in() {
        assertThat(Database.texts(
                        system,
                        "select polname from pg_policy where polname <> 'tenant_wall'"
                                + " and not polroles = array['tollgate_system'::regrole::oid]"))
                .isEmpty();
    }

    @Test
    void the_roles_of_the_planes_cannot_go_around_the_wall() {
        assertThat(Database.texts(
                        system,
                        "select rolname from pg_roles where rolname in ('tollgate_app', 'tollgate_system')"
                                + " and not rolsuper and not rolbypassrls order by 1"))
                .containsExactly("tollgate_app", "tollgate_system");
        assertThat(Database.texts(
                        system,
                        "select relname from pg_class where relowner in"
                                + " ('tollgate_app'::regrole, 'tollgate_system'::regrole)"))
                .isEmpty();
    }

    @Test
    void the_system_role_reaches_what_is_published_and_nothing_that_people_wrote() {
        assertThat(Set.copyOf(Database.texts(
                        system,
                        "select distinct table_name from information_schema.table_privileges"
                                + " where grantee = 'tollgate_system'")))
                .isEqualTo(Set.of(
                        "tenant",
                        "tenant_move",
                        "config_head",
                        "config_resource",
                        "config_left",
                        "outbox",
                        "request_replay",
                        "virtual_key_use",
                        "client_use",
                        "quota_account",
                        "quota_trail",
                        "oauth_departure",
                        "catalogue_price",
                        "catalogue_price_version",
                        "catalogue_state",
                        "catalogue_seen"));
        assertThat(Database.texts(
                        system,
                        "select privilege_type from information_schema.table_privileges"
                                + " where grantee = 'tollgate_system' and table_name = 'oauth_departure'"))
                .as("of a departure single columns are read, and what has run out is deleted")
                .containsExactly("DELETE");
    }
}
