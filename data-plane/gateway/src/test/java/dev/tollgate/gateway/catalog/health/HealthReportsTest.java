package dev.tollgate.gateway.catalog.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.upstream.HealthBook.Key;
import dev.tollgate.gateway.upstream.HealthReading;
import dev.tollgate.gateway.upstream.LastFailure;
import dev.tollgate.gateway.upstream.UpstreamReply.Kind;
import dev.tollgate.gateway.upstream.UpstreamReply.Stage;
import dev.tollgate.model.health.FailureStage;
import dev.tollgate.model.health.UpstreamState;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HealthReportsTest {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final Key CRM = key(1);

    private final HealthReports reports = new HealthReports(new GatewayId("gateway-1"), new UUID(7, 7));

    private static Key key(int n) {
        return new Key(new TenantId(new UUID(1, 1)), new ServerId(new UUID(2, n)));
    }

    private static HealthReading answered(Instant at) {
        return new HealthReading(at, at, null, 0, null);
    }

    private static HealthReading failed(Instant at, int inARow) {
        return new HealthReading(
                at, null, new LastFailure(Stage.INITIALIZE, Kind.TIMEOUT, 0, at), inARow, at.plusSeconds(3));
    }

    private List<HealthReports.Word> due(HealthReading reading) {
        return reports.due(Map.of(CRM, reading), reading.at());
    }

    private void arrive(List<HealthReports.Word> words) {
        words.forEach(reports::arrived);
    }

    @Test
    void what_is_found_first_is_told_at_once_and_nothing_of_who_was_not_called() {
        assertThat(due(new HealthReading(START, null, null, 0, null))).isEmpty();

        List<HealthReports.Word> words = due(failed(START, 1));

        assertThat(words).singleElement().satisfies(word -> {
            assertThat(word.report()).isNotNull();
            assertThat(word.report().state()).isEqualTo(UpstreamState.BREAKER_OPEN);
            assertThat(word.report().lastFailure()).isNotNull();
            assertThat(word.report().lastFailure().stage()).isEqualTo(FailureStage.HANDSHAKE);
            assertThat(word.report().boot()).isEqualTo(new UUID(7, 7));
        });
    }

    @Test
    void failures_without_end_are_told_no_more_often_than_the_pause_allows() {
        int told = 0;
        for (int second = 0; second < 60; second++) {
            List<HealthReports.Word> words = due(failed(START.plusSeconds(second), second + 1));
            arrive(words);
            told += words.size();
        }

        assertThat(told).isEqualTo(60 / (int) HealthReports.PAUSE.toSeconds());
    }

    @Test
    void answers_alone_are_told_once_a_minute() {
        int told = 0;
        for (int second = 0; second < 180; second++) {
            List<HealthReports.Word> words = due(answered(START.plusSeconds(second)));
            arrive(words);
            told += words.size();
        }

        assertThat(told).isEqualTo(180 / (int) HealthReports.REFRESH.toSeconds());
    }

    @Test
    void what_did_not_arrive_is_told_again_as_it_is_then() {
        due(failed(START, 1));

        assertThat(due(failed(START.plusSeconds(1), 2))).isEmpty();
        assertThat(due(failed(START.plus(HealthReports.PAUSE), 3)))
                .singleElement()
                .satisfies(word -> assertThat(word.report())
                        .isNotNull()
                        .satisfies(report -> assertThat(report.failuresInARow()).isEqualTo(3)));
    }

    @Test
    void what_is_forgotten_is_taken_back_and_then_not_spoken_of() {
        arrive(due(failed(START, 1)));
        Instant later = START.plus(HealthReports.PAUSE);

        List<HealthReports.Word> words = reports.due(Map.of(), later);

        assertThat(words).containsExactly(new HealthReports.Word(CRM, null));
        arrive(words);
        assertThat(reports.due(Map.of(), later.plus(Duration.ofHours(1)))).isEmpty();
        assertThat(reports.takenBack()).isEmpty();
    }

    @Test
    void of_many_at_once_those_that_have_waited_longest_come_first_and_all_in_the_end() {
        Set<Key> told = new HashSet<>();
        for (int second = 0; second < 4; second++) {
            Map<Key, HealthReading> readings = new HashMap<>();
            for (int n = 0; n < 3 * HealthReports.WORDS_MAX; n++) {
                readings.put(key(n), failed(START.plusSeconds(second), second + 1));
            }
            List<HealthReports.Word> words = reports.due(readings, START.plusSeconds(second));
            assertThat(words).hasSizeLessThanOrEqualTo(HealthReports.WORDS_MAX);
            words.forEach(word -> told.add(word.upstream()));
        }

        assertThat(told).hasSize(3 * HealthReports.WORDS_MAX);
    }
}
