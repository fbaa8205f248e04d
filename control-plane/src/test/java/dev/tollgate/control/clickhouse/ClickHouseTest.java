package dev.tollgate.control.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.control.clickhouse.ClickHouseFailure.Kind;
import dev.tollgate.control.testing.Engine;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClickHouseTest {
    @TempDir
    static Path folder;

    static Engine engine;
    static ClickHouse clickHouse;

    @BeforeAll
    static void start() throws Exception {
        engine = Engine.clickHouse(folder);
        clickHouse = new ClickHouse(settings());
    }

    @AfterAll
    static void stop() throws Exception {
        clickHouse.close();
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "it's",
                "a\\b",
                "tab\there",
                "line\nbreak",
                "\r",
                "{fn x}",
                "' OR 1=1 --",
                "\\N",
                "ünï\uD83D\uDE00"
            })
    void a_text_parameter_arrives_as_it_is(String text) {
        var answered =
                clickHouse.query(Sql.of("SELECT {text:String} AS text").with("text", text), row -> row.text("text"));

        assertThat(answered).containsExactly(text);
    }

    @Test
    void a_wrong_statement_is_refused() {
        assertThatThrownBy(() -> clickHouse.execute(Sql.of("SELECT FROM WHERE")))
                .asInstanceOf(InstanceOfAssertFactories.type(ClickHouseFailure.class))
                .returns(Kind.REFUSED, ClickHouseFailure::kind);
    }

    @Test
    void too_long_a_question_is_given_up() {
        var endless = Sql.of("SELECT count() AS n FROM system.numbers WHERE sipHash64(number) = 1")
                .setting("max_execution_time", "1");

        assertThatThrownBy(() -> clickHouse.query(endless, row -> row.number("n")))
                .asInstanceOf(InstanceOfAssertFactories.type(ClickHouseFailure.class))
                .returns(Kind.OVERLOADED, ClickHouseFailure::kind);
    }

    @Test
    void a_question_after_a_restart_is_answered_though_connections_are_from_before() throws Exception {
        clickHouse.query(Sql.of("SELECT 1 AS n"), row -> row.number("n"));
        engine.kill();
        assertThatThrownBy(() -> clickHouse.query(Sql.of("SELECT 1 AS n"), row -> row.number("n")))
                .asInstanceOf(InstanceOfAssertFactories.type(ClickHouseFailure.class))
                .returns(Kind.UNREACHABLE, ClickHouseFailure::kind);
        engine.start();

        assertThat(clickHouse.query(Sql.of("SELECT 1 AS n"), row -> row.number("n")))
                .containsExactly(1L);
    }

    private static ClickHouseSettings settings() {
        return ClickHouseSettings.of(
                engine.config().getOrDefault("tollgate.clickhouse.url", ""),
                engine.config().getOrDefault("tollgate.clickhouse.username", ""),
                engine.config().getOrDefault("tollgate.clickhouse.password", ""),
                false,
                400,
                800);
    }
}
