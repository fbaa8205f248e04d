package dev.tollgate.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.config.TestSnapshots;
import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.fixture.TestTenant.IssuedKey;
import dev.tollgate.gateway.identity.Identification.Cause;
import dev.tollgate.model.config.ContentLogging;
import dev.tollgate.model.config.KeyCredential;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.key.KeySecret;
import dev.tollgate.model.net.Cidr;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final TestSnapshots snapshots = new TestSnapshots();
    private final TestTenant tenant = new TestTenant();
    private final IssuedKey key = tenant.key("*");
    private final KeySecret newSecret =
            KeySecret.issue(new Slug("prod"), key.config().id(), new SecureRandom());
    private final KeyCheck check = new KeyCheck(snapshots.snapshots(), InstantSource.fixed(NOW));

    @Test
    void knowsAGoodKey() {
        snapshots.publish(tenant);

        assertThat(identify(key.text())).isInstanceOfSatisfying(Identification.Known.class, known -> {
            assertThat(known.key()).isEqualTo(key.config());
            assertThat(known.snapshot().tenant()).isEqualTo(tenant.id);
        });
    }

    @ParameterizedTest
    @CsvSource({
        // presented, revoked, expires, the old secret's end, refusal
        "old,  false, ,                     ,                     ",
        "old,  false, 2026-11-22T12:00:01Z, ,                     ",
        "old,  false, 2026-11-22T12:00:00Z, ,                     KEY_EXPIRED",
        "old,  true,  ,                     ,                     KEY_REVOKED",
        "old,  true,  2020-01-01T00:00:00Z, ,                     KEY_REVOKED",
        "old,  false, ,                     2026-11-22T12:00:01Z, ",
        "old,  false, ,                     2026-11-22T12:00:00Z, SECRET_ROTATED",
        "new,  false, ,                     2026-11-22T12:00:00Z, ",
        "else, false, ,                     ,                     WRONG_SECRET",
        "else, true,  2020-01-01T00:00:00Z, ,                     WRONG_SECRET",
    })
    void refusesForTheRightReason(
            String presented,
            boolean revoked,
            @Nullable Instant expires,
            @Nullable Instant oldEnds,
            @Nullable RefusalReason refusal) {
        // given
        tenant.put(new VirtualKeyConfig(
                tenant.id,
                key.config().id(),
                tenant.environment,
                "k",
                List.of(new KeyCredential(key.secret().digest(), oldEnds), new KeyCredential(newSecret.digest(), null)),
                List.of(),
                List.of(),
                tenant.service,
                null,
                List.of(),
                ContentLogging.AS_ENVIRONMENT,
                revoked,
                expires));
        snapshots.publish(tenant);
        KeySecret secret = switch (presented) {
            case "old" -> key.secret();
            case "new" -> newSecret;
            default -> KeySecret.issue(new Slug("prod"), key.config().id(), new SecureRandom());
        };
        // when
        Identification found = identify(secret.reveal());
        // then
        if (refusal == null) {
            assertThat(found).isInstanceOf(Identification.Known.class);
        } else {
            assertThat(found)
                    .isInstanceOfSatisfying(
                            Identification.Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(refusal));
        }
    }

    @Test
    void doesNotKnowWhatIsNoKeyOfThisRegion() {
        assertThat(identify()).isEqualTo(new Identification.Unknown(Cause.MISSING));
        assertThat(identify("tg_prod_x")).isEqualTo(new Identification.Unknown(Cause.MALFORMED));
        assertThat(identify(key.text())).isEqualTo(new Identification.Unknown(Cause.UNKNOWN_ID));
        assertThat(identify(key.text(), "x")).isEqualTo(new Identification.Contradictory());
    }

    @ParameterizedTest
    @CsvSource({
        // networks, address, secret, refusal
        "10.0.0.0/8,                10.1.2.3,        own,  ",
        "10.0.0.0/8,                11.0.0.1,        own,  SOURCE_NOT_ALLOWED",
        "10.0.0.0/8 2001:db8::/32,  2001:db8::7,     own,  ",
        "10.0.0.0/8 2001:db8::/32,  2001:db9::7,     own,  SOURCE_NOT_ALLOWED",
        "127.0.0.1,                 ::ffff:127.0.0.1, own, ",
        "10.0.0.0/8,                ,                own,  SOURCE_NOT_ALLOWED",
        ",                          ,                own,  ",
        "10.0.0.0/8,                11.0.0.1,        else, WRONG_SECRET",
        "10.0.0.0/8,                10.1.2.3,        else, WRONG_SECRET",
    })
    void isAcceptedFromItsNetworksOnlyAndSaysSoToWhoKnowsTheSecretAlone(
            @Nullable String networks, @Nullable String address, String presented, @Nullable RefusalReason refusal) {
        // given
        List<Cidr> sources = networks == null
                ? List.of()
                : Arrays.stream(networks.split(" ", -1)).map(Cidr::of).toList();
        tenant.put(new VirtualKeyConfig(
                tenant.id,
                key.config().id(),
                tenant.environment,
                "k",
                key.config().credentials(),
                List.of(),
                List.of(),
                tenant.service,
                null,
                sources,
                ContentLogging.AS_ENVIRONMENT,
                false,
                null));
        snapshots.publish(tenant);
        KeySecret secret = presented.equals("own")
                ? key.secret()
                : KeySecret.issue(new Slug("prod"), key.config().id(), new SecureRandom());
        // when
        Identification found = check.identify(
                List.of(secret.reveal()), () -> Optional.ofNullable(address).map(InetAddress::ofLiteral));
        // then
        if (refusal == null) {
            assertThat(found).isInstanceOf(Identification.Known.class);
        } else {
            assertThat(found)
                    .isInstanceOfSatisfying(
                            Identification.Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(refusal));
        }
    }

    private Identification identify(String... presented) {
        return check.identify(List.of(presented), Optional::empty);
    }
}
