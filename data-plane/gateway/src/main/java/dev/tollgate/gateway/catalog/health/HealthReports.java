package dev.tollgate.gateway.catalog.health;

import dev.tollgate.gateway.upstream.HealthBook;
import dev.tollgate.gateway.upstream.HealthReading;
import dev.tollgate.gateway.upstream.LastFailure;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.model.health.FailureCause;
import dev.tollgate.model.health.FailureStage;
import dev.tollgate.model.health.UpstreamFailure;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.wire.UpstreamReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told of which upstream, and when: what is new at once, of one upstream no more often than every few seconds,
 * and of all together no more than so much at a time. Used by one thread.
 */
final class HealthReports {
    /** Between two reports of one upstream. */
    static final Duration PAUSE = Duration.ofSeconds(5);

    /** After which a report is sent again although nothing is new in it but when the upstream last answered. */
    static final Duration REFRESH = Duration.ofMinutes(1);

    /** In one look at all upstreams; the others wait for the next, those first that have waited longest. */
    static final int WORDS_MAX = 500;

    private final GatewayId gateway;
    private final UUID boot;
    private final Map<HealthBook.Key, Told> told = new HashMap<>();

    /** What was last told of an upstream, if it has arrived, and when that was last tried. */
    private record Told(@Nullable UpstreamReport arrived, Instant triedAt) {}

    /**
     * Something to tell.
     *
     * @param report absent to take back what was told before
     */
    record Word(HealthBook.Key upstream, @Nullable UpstreamReport report) {}

    HealthReports(GatewayId gateway, UUID boot) {
        this.gateway = gateway;
        this.boot = boot;
    }

    /** What is to be told now; it counts as tried. */
    List<Word> due(Map<HealthBook.Key, HealthReading> readings, Instant now) {
        List<Word> words = new ArrayList<>();
        readings.forEach((key, reading) -> {
            if (!reading.isBlank()) {
                UpstreamReport report = report(key, reading);
                if (isDue(told.get(key), report, now)) {
                    words.add(new Word(key, report));
                }
            }
        });
        told.forEach((key, last) -> {
            HealthReading reading = readings.get(key);
            if ((reading == null || reading.isBlank())
                    && !last.triedAt.plus(PAUSE).isAfter(now)) {
                words.add(new Word(key, null));
            }
        });
        words.sort(Comparator.comparing(this::triedAt));
        List<Word> first = List.copyOf(words.subList(0, Math.min(WORDS_MAX, words.size())));
        first.forEach(word -> told.merge(
                word.upstream, new Told(null, now), (before, tried) -> new Told(before.arrived, tried.triedAt)));
        return first;
    }

    private Instant triedAt(Word word) {
        Told last = told.get(word.upstream);
        return last == null ? Instant.MIN : last.triedAt;
    }

    private static boolean isDue(@Nullable Told last, UpstreamReport report, Instant now) {
        if (last == null) {
            return true;
        }
        Duration pause = isNews(last.arrived, report) ? PAUSE : REFRESH;
        boolean differs = last.arrived == null || !Objects.equals(last.arrived.lastSuccessAt(), report.lastSuccessAt());
        return (pause == PAUSE || differs) && !last.triedAt.plus(pause).isAfter(now);
    }

    /** Whether it says something else than before, but for when the upstream last answered and was last looked at. */
    private static boolean isNews(@Nullable UpstreamReport before, UpstreamReport now) {
        return before == null
                || before.state() != now.state()
                || before.failuresInARow() != now.failuresInARow()
                || !Objects.equals(before.lastFailure(), now.lastFailure())
                || (before.retryAt() == null) != (now.retryAt() == null);
    }

    /** A word has arrived. */
    void arrived(Word word) {
        UpstreamReport report = word.report;
        if (report == null) {
            told.remove(word.upstream);
        } else {
            told.computeIfPresent(word.upstream, (key, last) -> new Told(report, last.triedAt));
        }
    }

    /** All that was told, to be taken back when the gateway ends. */
    List<Word> takenBack() {
        return told.keySet().stream().map(key -> new Word(key, null)).toList();
    }

    private UpstreamReport report(HealthBook.Key key, HealthReading reading) {
        LastFailure last = reading.lastFailure();
        return new UpstreamReport(
                key.tenant(),
                key.server(),
                gateway,
                boot,
                reading.at(),
                reading.state(),
                reading.lastSuccessAt(),
                last == null ? null : failure(last),
                reading.failuresInARow(),
                reading.retryAt());
    }

    /** Codes alone: what the upstream said stays here. */
    private static UpstreamFailure failure(LastFailure last) {
        return new UpstreamFailure(
                stage(last.stage()), cause(last.kind()), last.httpStatus() == 0 ? null : last.httpStatus(), last.at());
    }

    private static FailureStage stage(UpstreamReply.Stage stage) {
        return switch (stage) {
            case ADDRESS -> FailureStage.ADDRESS;
            case RESOLVE -> FailureStage.RESOLVE;
            case CONNECT -> FailureStage.CONNECT;
            case TLS -> FailureStage.TLS;
            case INITIALIZE -> FailureStage.HANDSHAKE;
            case CALL -> FailureStage.CALL;
        };
    }

    private static FailureCause cause(UpstreamReply.Kind kind) {
        return switch (kind) {
            case UNAVAILABLE -> FailureCause.UNAVAILABLE;
            case OVERLOADED -> FailureCause.OVERLOADED;
            case UNREACHABLE -> FailureCause.UNREACHABLE;
            case TIMEOUT -> FailureCause.TIMEOUT;
            case BROKEN -> FailureCause.BROKEN;
            case TOO_LARGE -> FailureCause.TOO_LARGE;
        };
    }
}
