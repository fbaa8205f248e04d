package dev.tollgate.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.upstream.ClientAbilities;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.seal.Seal;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionTokensTest {
    private static final String KEY = "k=" + Base64.getEncoder().encodeToString(new byte[32]);
    private static final ClientAbilities ABLE = new ClientAbilities(true, false, true, false, true);

    private final VirtualKeyConfig key = new TestTenant().key("*").config();
    private final VirtualKeyConfig other = new TestTenant().key("*").config();
    private Instant now = Instant.parse("2026-11-01T12:00:00Z");
    private final SessionTokens here = new SessionTokens(Seal.of(List.of(KEY)), () -> now);
    private final SessionTokens there = new SessionTokens(Seal.of(List.of(KEY)), () -> now);

    private String begin() {
        return here.begin(key, "2025-06-18", "probe", "7", ABLE);
    }

    @Test
    void anotherGatewayKnowsAllThatTheClientSaid() {
        ClientSession session = there.open(begin(), key);

        assertThat(session).isNotNull();
        assertThat(session.revision()).isEqualTo("2025-06-18");
        assertThat(session.clientName()).isEqualTo("probe");
        assertThat(session.clientVersion()).isEqualTo("7");
        assertThat(session.abilities()).isEqualTo(ABLE);
        assertThat(session.endsAt()).isEqualTo(now.plus(SessionTokens.LIFE));
    }

    @Test
    void noOtherKeyHasIt() {
        String token = begin();
        assertThat(here.open(token, key)).isNotNull();

        assertThat(here.open(token, other)).isNull();
        assertThat(there.open(token, other)).isNull();
    }

    @Test
    void itEnds() {
        String token = begin();
        now = now.plus(SessionTokens.LIFE).minusSeconds(1);
        assertThat(here.open(token, key)).isNotNull();

        now = now.plusSeconds(1);

        assertThat(here.open(token, key)).isNull();
        assertThat(there.open(token, key)).isNull();
    }

    @Test
    void whatIsNoneIsNone() {
        for (String token : List.of("", "x", "k.AAAA", begin() + "x")) {
            @Nullable ClientSession session = here.open(token, key);
            assertThat(session).as(token).isNull();
        }
    }

    @Test
    void twoSessionsOfOneClientAreTwo() {
        assertThat(here.open(begin(), key)).isNotEqualTo(here.open(begin(), key));
    }
}
