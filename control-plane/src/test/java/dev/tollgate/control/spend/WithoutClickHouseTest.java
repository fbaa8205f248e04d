package dev.tollgate.control.spend;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.tollgate.control.testing.Acting;
import dev.tollgate.control.testing.Postgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class WithoutClickHouseTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"/spend?group_by=key", "/calls", "/calls/0199a000-0000-7000-8000-00000000ac3e", "/calls/export"})
    void what_needs_clickhouse_says_that_it_is_away_and_when_to_come_again(String path) {
        Acting.ownerOfNewTenant("dark")
                .get(path)
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("5"))
                .body("detail", containsString("does not answer"));
    }
}
