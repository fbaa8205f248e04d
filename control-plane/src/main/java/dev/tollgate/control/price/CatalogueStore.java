package dev.tollgate.control.price;

import dev.tollgate.control.web.Cursor;
import dev.tollgate.control.web.PageRequest;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.price.PriceVersion;
import dev.tollgate.model.wire.WireJson;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The catalogue in the database, written as the system role, which no tenant's request has. */
@ApplicationScoped
class CatalogueStore {
    private static final String UNIQUE_VIOLATION = "23505";

    private static final String ENTRIES =
            "select p.id, p.address, p.tool_name, p.created_at, p.version, v.number, v.effective_from, v.terms from ";
    private static final String VERSIONS =
            " p join catalogue_price_version v on v.price_id = p.id order by p.id, v.number";

    private final AgroalDataSource system;

    CatalogueStore(@DataSource("system") AgroalDataSource system) {
        this.system = system;
    }

    /** Those whose address or tool holds a text, in the order of their creation. */
    Page<CatalogueEntry> list(PageRequest page, String search) {
        UUID after = page.after().map(Cursor::id).map(CatalogueStore::cursor).orElse(new UUID(0, 0));
        List<CatalogueEntry> rows = on(connection -> entries(
                connection,
                "(select * from catalogue_price where id > ? and position(lower(?) in"
                        + " lower(address || ' ' || coalesce(tool_name, ''))) > 0 order by id limit ?)" + VERSIONS,
                after,
                search,
                page.limit() + 1));
        return page.page(rows, row -> row, row -> new Cursor("", row.id().toString()));
    }

    private static UUID cursor(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Cursor.malformed(e);
        }
    }

    Optional<CatalogueEntry> find(UUID id) {
        return on(connection -> find(connection, id));
    }

    private static Optional<CatalogueEntry> find(Connection connection, UUID id) throws SQLException {
        return entries(connection, "(select * from catalogue_price where id = ?)" + VERSIONS, id).stream()
                .findFirst();
    }

    /** All that there are, on a connection that may read them. */
    static List<CatalogueEntry> all(Connection connection) throws SQLException {
        return entries(connection, "catalogue_price" + VERSIONS);
    }

    static long revision(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select revision from catalogue_state");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    List<CatalogueEntry> all() {
        return on(CatalogueStore::all);
    }

    long count() {
        return on(connection -> {
            try (PreparedStatement query = connection.prepareStatement("select count(*) from catalogue_price");
                    ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /**
     * @return false if there is one for the same address and tool
     */
    boolean add(CatalogueEntry entry) {
        return changing(connection -> {
            try {
                insert(connection, entry);
            } catch (SQLException e) {
                if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                    return false;
                }
                throw e;
            }
            return addLast(connection, entry);
        });
    }

    /** Adds what is planned over all that there are: the whole plan, or nothing if there is none. */
    CataloguePlan add(Function<List<CatalogueEntry>, CataloguePlan> planning) {
        return changing(
                connection -> {
                    CataloguePlan plan = planning.apply(all(connection));
                    for (CatalogueEntry each : plan.additions()) {
                        if (each.isNew()) {
                            insert(connection, each);
                        } else {
                            execute(
                                    connection,
                                    "update catalogue_price set version = version + 1 where id = ?",
                                    each.id());
                        }
                        addLast(connection, each);
                    }
                    return plan;
                },
                plan -> !plan.additions().isEmpty());
    }

    private static void insert(Connection connection, CatalogueEntry entry) throws SQLException {
        execute(
                connection,
                "insert into catalogue_price values (?, ?, ?, 0, ?, 0)",
                entry.id(),
                entry.address(),
                entry.toolName(),
                Timestamp.from(entry.createdAt()));
    }

    private static boolean addLast(Connection connection, CatalogueEntry entry) throws SQLException {
        PriceVersion last = entry.versions().getLast();
        return addVersion(connection, entry.id(), last.terms(), last.effectiveFrom());
    }

    /**
     * Another version, if the entry is still as it was when its version was this.
     *
     * @return false if it is not
     */
    boolean add(UUID id, long version, PriceTerms terms, Instant from) {
        return changing(connection -> execute(
                                connection,
                                "update catalogue_price set version = version + 1 where id = ? and version = ?",
                                id,
                                version)
                        > 0
                && addVersion(connection, id, terms, from));
    }

    /**
     * Takes a version back, if the entry is still as it was when its version was this.
     *
     * @return false if it is not
     */
    boolean withdraw(UUID id, long version, long number) {
        return changing(connection -> execute(
                                connection,
                                "update catalogue_price set version = version + 1 where id = ? and version = ?",
                                id,
                                version)
                        > 0
                && execute(
                                connection,
                                "delete from catalogue_price_version where price_id = ? and number = ?",
                                id,
                                number)
                        > 0);
    }

    private static boolean addVersion(Connection connection, UUID id, PriceTerms terms, Instant from)
            throws SQLException {
        execute(connection, "update catalogue_price set latest = latest + 1 where id = ?", id);
        return execute(
                        connection,
                        "insert into catalogue_price_version select id, latest, ?, ? from catalogue_price where id = ?",
                        Timestamp.from(from),
                        new String(WireJson.encode(terms), StandardCharsets.UTF_8),
                        id)
                > 0;
    }

    /**
     * @return false if it is another version, or gone
     */
    boolean remove(UUID id, long version) {
        return changing(connection ->
                execute(connection, "delete from catalogue_price where id = ? and version = ?", id, version) > 0);
    }

    private boolean changing(Work<Boolean> work) {
        return changing(work, changed -> changed);
    }

    /** One change after the other: each has what the one before it made. */
    private <T> T changing(Work<T> work, Predicate<T> changed) {
        return on(connection -> {
            connection.setAutoCommit(false);
            try {
                execute(connection, "update catalogue_state set revision = revision + 1");
                T made = work.on(connection);
                if (changed.test(made)) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
                return made;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        });
    }

    private static int execute(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }

    private static List<CatalogueEntry> entries(Connection connection, String from, Object... parameters)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ENTRIES + from)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = query.executeQuery()) {
                Map<UUID, CatalogueEntry> entries = new LinkedHashMap<>();
                while (rows.next()) {
                    CatalogueEntry entry = entry(rows);
                    entries.merge(entry.id(), entry, CatalogueStore::joined);
                }
                return List.copyOf(entries.values());
            }
        }
    }

    private static CatalogueEntry joined(CatalogueEntry one, CatalogueEntry next) {
        List<PriceVersion> versions = new ArrayList<>(one.versions());
        versions.addAll(next.versions());
        return new CatalogueEntry(one.id(), one.address(), one.toolName(), one.createdAt(), one.version(), versions);
    }

    private static CatalogueEntry entry(ResultSet row) throws SQLException {
        PriceTerms terms = WireJson.decode(row.getString(8).getBytes(StandardCharsets.UTF_8), PriceTerms.class);
        return new CatalogueEntry(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getTimestamp(4).toInstant(),
                row.getLong(5),
                List.of(new PriceVersion(row.getLong(6), row.getTimestamp(7).toInstant(), terms)));
    }

    /** Beside any transaction of the request's, as of one that is kept for its replay: one cannot hold both roles' connections. */
    private <T> T on(Work<T> work) {
        try {
            return QuarkusTransaction.suspendingExisting().call(() -> {
                try (Connection connection = system.getConnection()) {
                    return work.on(connection);
                } catch (SQLException e) {
                    throw new IllegalStateException("the catalogue of prices cannot be reached", e);
                }
            });
        } catch (QuarkusTransactionException e) {
            throw e.getCause() instanceof Refused refused ? refused : e;
        }
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
