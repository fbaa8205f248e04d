package dev.tollgate.control.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.ClientFaultCause;
import com.clickhouse.client.api.ServerException;
import com.clickhouse.client.api.data_formats.RowBinaryFormatWriter;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.client.api.metadata.TableSchema;
import com.clickhouse.client.api.query.QuerySettings;
import com.clickhouse.data.ClickHouseFormat;
import dev.tollgate.control.clickhouse.ClickHouseFailure.Kind;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A client of one ClickHouse; safe for use by several threads. Questions are asked a second time where the first met a
 * connection from before a restart; nothing that changes anything is tried twice, for only the caller knows whether it may.
 */
public final class ClickHouse implements AutoCloseable {
    private static final int CONNECTIONS_MAX = 16;
    private static final int CONNECT_MILLIS_MAX = 3_000;
    private static final int ANSWER_SECONDS_MAX = 60;
    /** Memory, time, rows, simultaneous queries, parts: what passes when there is less to do. */
    private static final Set<Integer> OVERLOAD_CODES = Set.of(158, 159, 160, 202, 209, 241, 252, 396, 439);

    private final ClickHouseSettings settings;
    private final Client client;

    public ClickHouse(ClickHouseSettings settings) {
        this.settings = settings;
        client = new Client.Builder()
                .addEndpoint(settings.endpoint().toString())
                .setUsername(settings.username())
                .setPassword(settings.password())
                .setDefaultDatabase(settings.database())
                .setClientName("tollgate")
                .setMaxConnections(CONNECTIONS_MAX)
                .setConnectTimeout(CONNECT_MILLIS_MAX, ChronoUnit.MILLIS)
                .setConnectionRequestTimeout(CONNECT_MILLIS_MAX, ChronoUnit.MILLIS)
                .setSocketTimeout(ANSWER_SECONDS_MAX, ChronoUnit.SECONDS)
                // The server ends what nobody waits for any more.
                .serverSetting("max_execution_time", Integer.toString(ANSWER_SECONDS_MAX))
                .setMaxRetries(0)
                .retryOnFailures(ClientFaultCause.None)
                .useServerTimeZone(false)
                .useTimeZone("UTC")
                .build();
    }

    public ClickHouseSettings settings() {
        return settings;
    }

    public <T> List<T> query(Sql sql, Function<Row, T> read) {
        try {
            return ask(sql, read);
        } catch (ClickHouseFailure e) {
            if (e.kind() == Kind.UNREACHABLE) {
                return ask(sql, read);
            }
            throw e;
        }
    }

    private <T> List<T> ask(Sql sql, Function<Row, T> read) {
        List<T> rows = new ArrayList<>();
        stream(sql, row -> rows.add(read.apply(row)));
        return rows;
    }

    /** Passes each row as it arrives; the answer is never held whole. What {@code each} throws ends the query. */
    public void stream(Sql sql, Consumer<Row> each) {
        call(() -> {
            try (var answer = client.query(sql.text(), sql.parameters(), settings(sql))
                            .get();
                    var reader = client.newBinaryFormatReader(answer)) {
                var row = new Row(reader);
                while (reader.hasNext() && reader.next() != null) {
                    each.accept(row);
                }
            }
            return true;
        });
    }

    public void execute(Sql sql) {
        call(() -> {
            client.query(sql.text(), sql.parameters(), settings(sql)).get().close();
            return true;
        });
    }

    /**
     * Inserts rows in one block.
     *
     * @param write sets every column of each row and commits it
     */
    public void insert(String table, Map<String, String> serverSettings, RowWriter write) {
        call(() -> {
            TableSchema schema = client.getTableSchema(table);
            var insertSettings = new InsertSettings();
            serverSettings.forEach(insertSettings::serverSetting);
            client.insert(
                            table,
                            out -> write.to(new RowBinaryFormatWriter(out, schema, ClickHouseFormat.RowBinary)),
                            ClickHouseFormat.RowBinary,
                            insertSettings)
                    .get()
                    .close();
            return true;
        });
    }

    @Override
    public void close() {
        client.close();
    }

    private static QuerySettings settings(Sql sql) {
        var query = new QuerySettings();
        sql.settings().forEach(query::serverSetting);
        return query;
    }

    private interface Call<T> {
        T run() throws Exception;
    }

    private <T> T call(Call<T> call) {
        try {
            return call.run();
        } catch (ExecutionException e) {
            throw failure(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(e);
        } catch (Exception e) {
            throw failure(e);
        }
    }

    private ClickHouseFailure failure(Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof ServerException server) {
                Kind kind = OVERLOAD_CODES.contains(server.getCode()) ? Kind.OVERLOADED : Kind.REFUSED;
                return new ClickHouseFailure(kind, "ClickHouse answered with error " + server.getCode(), cause);
            }
        }
        return new ClickHouseFailure(Kind.UNREACHABLE, "no answer from ClickHouse at " + settings.endpoint(), cause);
    }
}
