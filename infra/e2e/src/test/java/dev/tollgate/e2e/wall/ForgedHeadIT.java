package dev.tollgate.e2e.wall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.broker.Broker;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.GatewayStatus;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.api.NewEnvironment;
import dev.tollgate.model.api.Propagation;
import dev.tollgate.model.config.ConfigHead;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.ConfigCodec;
import dev.tollgate.model.wire.ConfigKey;
import dev.tollgate.model.wire.HeadSignature;
import dev.tollgate.model.wire.Partitions;
import dev.tollgate.model.wire.TenantApplied;
import dev.tollgate.model.wire.Topics;
import dev.tollgate.model.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@EndToEnd
@Isolated("starts another gateway and writes what only the control plane may")
@DisplayName("Configuration on its way to the gateways of a region")
class ForgedHeadIT {
    private static final Region HOME = Tollgate.HOME;
    private static final int GATEWAYS = Tollgate.HOME_GATEWAYS.size();

    private final Tollgate tollgate;
    private final Broker broker;
    private Company company;
    private IssuedKey key;

    ForgedHeadIT(Tollgate tollgate) {
        this.tollgate = tollgate;
        this.broker = new Broker(tollgate);
    }

    @BeforeAll
    void all_gateways_of_the_region() throws Exception {
        tollgate.start(Tollgate.HOME_GATEWAYS.getLast());
        company = Company.founded(tollgate, "tet");
        var workshop = company.workshop(company.environment("production"));
        workshop.approveAll(workshop.everything("demo"));
        key = workshop.key("robot", "demo__echo");
        comesToAll(anyWrite());
    }

    @AfterAll
    void one_gateway_again() throws Exception {
        tollgate.stop(Tollgate.HOME_GATEWAYS.getLast());
    }

    @Test
    @DisplayName("is told to whoever wrote it: on how many gateways it is, and after how many milliseconds")
    void a_write_is_followed() {
        var there = comesToAll(anyWrite());

        assertThat(there.gateways())
                .filteredOn(Propagation.Gateway::live)
                .hasSize(GATEWAYS)
                .allSatisfy(gateway -> {
                    assertThat(gateway.region()).isEqualTo("local");
                    assertThat(gateway.applied()).isTrue();
                    assertThat(gateway.millis()).isNotNull().isNotNegative();
                    assertThat(gateway.rejection()).isNull();
                });
        assertThat(there.slowestMillis())
                .isEqualTo(there.gateways().stream()
                        .map(Propagation.Gateway::millis)
                        .filter(Objects::nonNull)
                        .max(Long::compare)
                        .orElseThrow());
    }

    /** The revision that the answer names. */
    private long anyWrite() {
        var name = "e-" + UUID.randomUUID().toString().substring(0, 8);
        var answer = company.api().expect(Request.post("/api/v1/environments", new NewEnvironment(name, null)), 201);
        return Long.parseLong(answer.header("Tollgate-Revision").orElseThrow());
    }

    private Propagation comesToAll(long revision) {
        Eventually.passes(
                "revision " + revision + " is on all gateways",
                () -> assertThat(propagation(revision))
                        .returns(GATEWAYS, Propagation::gatewayCount)
                        .returns(GATEWAYS, Propagation::appliedOn));
        return propagation(revision);
    }

    private Propagation propagation(long revision) {
        return company.api().read("/api/v1/revisions/" + revision, Propagation.class);
    }

    static Stream<Arguments> forgeries() {
        return Stream.of(
                Arguments.of("unsigned", forgery(ForgedHeadIT::unsigned), "not signed"),
                Arguments.of("under another head's signature", forgery(it -> it), "signature is not valid"),
                Arguments.of(
                        "signed by somebody else under the true key's name",
                        forgery(ForgedHeadIT::strangely),
                        "signature is not valid"));
    }

    private static UnaryOperator<ConfigHead> forgery(UnaryOperator<ConfigHead> forgery) {
        return forgery;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    @DisplayName("is refused where it is forged, by every gateway and with the reason, and the last good one serves")
    void a_forged_head_is_refused(String what, UnaryOperator<ConfigHead> forgery, String reason) {
        var good = head();
        var forged = forgery.apply(next(good));

        write(forged);

        Eventually.passes(
                "every gateway has refused the head " + what,
                () -> assertThat(refusals(forged, reason)).hasSize(GATEWAYS).containsOnly(good.revision()));
        servesEverywhere();
        comesToAll(anyWrite());
        Eventually.passes(
                "no gateway has anything to object to any more",
                () -> assertThat(gateways())
                        .hasSize(GATEWAYS)
                        .extracting(GatewayStatus::rejection)
                        .containsOnlyNulls());
    }

    /** What each gateway that refused it, for this reason, serves in its place: as it said, though that may be mended since. */
    private Collection<Long> refusals(ConfigHead forged, String reason) {
        var serving = new HashMap<GatewayId, Long>();
        for (var record : broker.records(Topics.STATUS)) {
            var key = new String(record.key(), StandardCharsets.UTF_8).split("/", -1);
            // What follows a gateway's name is a server of the tenant's, and how it does there.
            if (key.length != 2 || !key[0].equals(tenant().toString())) {
                continue;
            }
            var said = WireJson.decode(record.value(), TenantApplied.class);
            if (Objects.equals(said.rejectedRevision(), forged.revision())
                    && Objects.requireNonNullElse(said.rejection(), "").contains(reason)) {
                serving.put(said.gateway(), said.revision());
            }
        }
        return serving.values();
    }

    private List<GatewayStatus> gateways() {
        return company.api().all("/api/v1/gateways").stream()
                .map(item -> WireJson.decode(item.toString().getBytes(StandardCharsets.UTF_8), GatewayStatus.class))
                .filter(GatewayStatus::live)
                .toList();
    }

    private void servesEverywhere() {
        for (var gateway : Tollgate.HOME_GATEWAYS) {
            var agent = Agent.with(tollgate.mcp(gateway), key.secret());
            assertThat(agent.text("demo__echo", Map.of("message", "still"))).isEqualTo("Echo: still");
        }
    }

    /** The tenant's last one on the topic. */
    private ConfigHead head() {
        var name = ConfigKey.head(tenant());
        return broker.records(Topics.config(HOME)).stream()
                .filter(record -> new String(record.key(), StandardCharsets.UTF_8).equals(name.toString()))
                .map(record -> ConfigCodec.decodeHead(name, record.value()))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private void write(ConfigHead head) {
        var topic = Topics.config(HOME);
        broker.write(
                topic,
                Partitions.of(tenant(), broker.partitions(topic)),
                ConfigKey.head(tenant()).toString().getBytes(StandardCharsets.UTF_8),
                ConfigCodec.encode(head));
    }

    private TenantId tenant() {
        return new TenantId(company.tenant().id());
    }

    /** One revision on, all else as it was: what it says of the records holds. */
    private static ConfigHead next(ConfigHead head) {
        return new ConfigHead(
                head.tenant(),
                head.revision() + 1,
                head.digest(),
                head.resources(),
                head.committedAt(),
                head.epoch(),
                head.signature(),
                head.keyId());
    }

    private static ConfigHead unsigned(ConfigHead head) {
        return new ConfigHead(
                head.tenant(), head.revision(), head.digest(), head.resources(), head.committedAt(), head.epoch());
    }

    private static ConfigHead strangely(ConfigHead head) {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return HeadSignature.sign(head, HOME, Objects.requireNonNull(head.keyId()), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
