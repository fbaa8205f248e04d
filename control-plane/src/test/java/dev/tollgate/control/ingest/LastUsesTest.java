package dev.tollgate.control.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tollgate.control.grant.ClientUse;
import dev.tollgate.control.key.KeyUse;
import dev.tollgate.model.config.SubjectKind;
import dev.tollgate.model.config.SubjectRef;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.event.ToolCallEvent;
import dev.tollgate.model.id.KeyId;
import dev.tollgate.model.id.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class LastUsesTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final UUID USER = UUID.fromString("01980000-0000-7000-8000-0000000000aa");
    private static final KeyId OTHER_KEY = new KeyId("lkjihgfedcba");

    private final List<Collection<KeyUse>> noted = new ArrayList<>();
    private final List<Collection<ClientUse>> clients = new ArrayList<>();
    private final LastUses uses = new LastUses(noted::add, clients::add);

    @Test
    void a_key_is_noted_once_however_often_it_was_used_by_its_latest_use() {
        for (int i = 0; i < 1_000; i++) {
            uses.seen(List.of(row(Events.ACME, Events.KEY, NOW.minusSeconds(i % 7), null)), NOW);
        }
        uses.seen(List.of(row(Events.ACME, OTHER_KEY, NOW.minusSeconds(60), null)), NOW);

        uses.pass(NOW);

        assertThat(noted).hasSize(1);
        assertThat(noted.getFirst())
                .extracting(KeyUse::key, KeyUse::at)
                .containsExactlyInAnyOrder(tuple(Events.KEY, NOW), tuple(OTHER_KEY, NOW.minusSeconds(60)));
    }

    @Test
    void uses_are_noted_once_in_an_interval_and_only_where_there_are_any() {
        uses.pass(NOW);
        used(NOW);
        uses.pass(NOW);
        used(NOW.plusSeconds(1));
        uses.pass(NOW.plusSeconds(1));
        assertThat(noted).hasSize(1);

        uses.pass(NOW.plus(LastUses.INTERVAL));
        uses.pass(NOW.plus(LastUses.INTERVAL.multipliedBy(2)));

        assertThat(noted).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = RefusalReason.class,
            mode = Mode.INCLUDE,
            names = {
                "WRONG_SECRET",
                "SECRET_ROTATED",
                "KEY_REVOKED",
                "KEY_EXPIRED",
                "TOKEN_EXPIRED",
                "GRANT_REVOKED",
                "USER_DISABLED",
                "SOURCE_NOT_ALLOWED"
            })
    void a_key_that_was_not_accepted_was_not_used(RefusalReason reason) {
        uses.seen(List.of(row(Events.ACME, Events.KEY, NOW, reason)), NOW);

        uses.pass(NOW);

        assertThat(noted).isEmpty();
    }

    @Test
    void a_call_that_was_refused_behind_the_door_is_a_use() {
        uses.seen(List.of(row(Events.ACME, Events.KEY, NOW, RefusalReason.UNKNOWN_TOOL)), NOW);

        uses.pass(NOW);

        assertThat(noted).hasSize(1);
    }

    @Test
    void a_clock_that_is_ahead_does_not_hide_later_uses() {
        used(NOW.plusSeconds(3_600));

        uses.pass(NOW);

        assertThat(noted.getFirst()).extracting(KeyUse::at).containsExactly(NOW);
    }

    @Test
    void an_event_that_names_another_tenants_key_does_not_hide_the_tenants_own() {
        used(NOW.minusSeconds(9));
        uses.seen(List.of(row(Events.OTHER, Events.KEY, NOW, null)), NOW);

        uses.pass(NOW);

        assertThat(noted.getFirst()).extracting(KeyUse::tenant).containsExactlyInAnyOrder(Events.ACME, Events.OTHER);
    }

    @Test
    void what_cannot_be_noted_is_kept_for_the_next_time() {
        boolean[] away = {true};
        LastUses failing = new LastUses(
                batch -> {
                    if (away[0]) {
                        throw new IllegalStateException("no database");
                    }
                    noted.add(batch);
                },
                _ -> {});
        failing.seen(List.of(row(Events.ACME, Events.KEY, NOW, null)), NOW);
        failing.pass(NOW);

        away[0] = false;
        failing.pass(NOW.plus(LastUses.INTERVAL));

        assertThat(noted).hasSize(1);
    }

    @Test
    void a_client_that_acts_for_someone_is_noted_for_them_and_not_as_a_key() {
        ToolCallEvent event = Events.signedIn(Events.ACME, NOW, USER, "robot");
        uses.seen(List.of(new CallRow(event, 0, 0), new CallRow(event, 0, 1)), NOW);

        uses.pass(NOW);

        assertThat(noted).isEmpty();
        assertThat(clients)
                .singleElement()
                .satisfies(batch -> assertThat(batch)
                        .containsExactly(new ClientUse(
                                Events.ACME, SubjectRef.of(SubjectKind.USER, USER), "robot", NOW, event.gateway())));
    }

    private void used(Instant at) {
        uses.seen(List.of(row(Events.ACME, Events.KEY, at, null)), NOW);
    }

    private static CallRow row(TenantId tenant, KeyId key, Instant at, @Nullable RefusalReason reason) {
        ToolCallEvent event = reason == null
                ? Events.call(tenant, at, key, "Analyst", "find", 0, CallStatus.OK)
                : Events.refused(tenant, at, key, reason);
        return new CallRow(event, 0, 0);
    }
}
