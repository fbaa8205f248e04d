package dev.tollgate.e2e.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.e2e.api.Answer;
import dev.tollgate.e2e.api.Api;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.wire.WireJson;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** ClickHouse, asked by SQL over its own HTTP interface. */
public final class Analytics {
    private final Tollgate tollgate;

    public Analytics(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    /** How many rows the base table holds for one key. */
    public long rowsOf(String key) {
        return one("SELECT toString(count()) AS n FROM calls WHERE key = '" + key + "'", "n");
    }

    /** The calls of one key that are stored, each once however many rows it has. */
    public Set<UUID> callsOf(String key) {
        var ids = new HashSet<UUID>();
        rows("SELECT DISTINCT call_id AS id FROM calls WHERE key = '" + key + "'")
                .forEach(row -> ids.add(UUID.fromString(row.required("id").asText())));
        return ids;
    }

    public long one(String sql, String column) {
        return rows(sql).getFirst().required(column).asLong();
    }

    /** The rows answered, each an object. */
    public List<JsonNode> rows(String sql) {
        var request = HttpRequest.newBuilder(tollgate.clickHouse().resolve("/?database=tollgate"))
                .header("X-ClickHouse-User", tollgate.config("tollgate.clickhouse.username"))
                .header("X-ClickHouse-Key", tollgate.config("tollgate.clickhouse.password"))
                .POST(HttpRequest.BodyPublishers.ofString(sql + " FORMAT JSONEachRow"));
        Answer answer = Api.send(request.build());
        if (answer.status() != 200) {
            throw new AssertionError("ClickHouse to " + sql + ": " + answer);
        }
        return answer.text()
                .lines()
                .map(line -> WireJson.decode(line.getBytes(StandardCharsets.UTF_8), JsonNode.class))
                .collect(Collectors.toList());
    }
}
