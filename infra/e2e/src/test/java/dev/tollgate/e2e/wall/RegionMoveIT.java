package dev.tollgate.e2e.wall;

import static dev.tollgate.e2e.stack.Tollgate.FAR;
import static dev.tollgate.e2e.stack.Tollgate.FAR_GATEWAY;
import static dev.tollgate.e2e.stack.Tollgate.GATEWAY;
import static dev.tollgate.e2e.stack.Tollgate.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.broker.Broker;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.e2e.store.Analytics;
import dev.tollgate.e2e.wall.Knocks.Knock;
import dev.tollgate.e2e.wall.Knocks.Told;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.api.Move;
import dev.tollgate.model.api.MoveTenant;
import dev.tollgate.model.api.RevokeKey;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.Tenant;
import dev.tollgate.model.api.VirtualKey;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.ConfigCodec;
import dev.tollgate.model.wire.ConfigKey;
import dev.tollgate.model.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** One agent calls at the doors of both regions from before the move until after it. */
@EndToEnd
@Isolated("starts and ends gateways")
@DisplayName("A tenant that moves to another region under calls")
class RegionMoveIT {
    private static final String ECHO = "demo__echo";
    private static final int ENOUGH = 20;

    private final Tollgate tollgate;
    private final Broker broker;
    private final Analytics analytics;
    private Company company;
    private Server server;
    private IssuedKey key;

    RegionMoveIT(Tollgate tollgate) {
        this.tollgate = tollgate;
        this.broker = new Broker(tollgate);
        this.analytics = new Analytics(tollgate);
    }

    @BeforeAll
    void a_tenant_at_home() throws Exception {
        tollgate.start(FAR_GATEWAY);
        company = Company.founded(tollgate, "kaf");
        var workshop = company.workshop(company.environment("production"));
        server = workshop.approveAll(workshop.everything("demo"));
        key = workshop.key("robot", ECHO);
        workshop.agent(key, ECHO);
    }

    @AfterAll
    void one_region_again() throws Exception {
        tollgate.restore();
        tollgate.stop(FAR_GATEWAY);
    }

    @Test
    @DisplayName("is served by exactly one of them at each moment, and then known by the new one alone")
    void moves() throws Exception {
        try (var home = Knocks.at(agentAt(GATEWAY), ECHO);
                var far = Knocks.at(agentAt(FAR_GATEWAY), ECHO)) {
            haveCome(home, Told.SERVED);
            haveCome(far, Told.UNKNOWN);

            var at = moved();

            haveCome(home, Told.UNKNOWN);
            haveCome(far, Told.SERVED);
            oneServesAtEachMoment(home.all(), far.all(), at);
            assertThat(home.told(Told.NO_MORE)).hasSizeGreaterThan(ENOUGH);
            assertThat(far.told(Told.NOT_YET)).hasSizeGreaterThan(ENOUGH);
            isRecorded(home.told(Told.SERVED), HOME);
            isRecorded(far.told(Told.SERVED), FAR);
        }
        aChangeReachesTheNewRegionAlone();
        theOldRegionHoldsNothing();
    }

    private Agent agentAt(String gateway) {
        return Agent.with(tollgate.mcp(gateway), key.secret());
    }

    private static void haveCome(Knocks knocks, Told told) {
        Eventually.passes(
                "some calls are told " + told,
                () -> assertThat(knocks.told(told)).hasSizeGreaterThan(ENOUGH));
    }

    /** The moment that both regions were told. */
    private Instant moved() {
        var tenant = company.operator().read(path(""), Tenant.class);
        company.operator()
                .expect(Request.post(path("/move"), new MoveTenant(FAR.value())).ifMatch(tenant.version()), 200);
        Eventually.passes("the move is done", () -> assertThat(move().state()).isEqualTo(Move.State.DONE));
        assertThat(company.operator().read(path(""), Tenant.class).region()).isEqualTo(FAR.value());
        return Objects.requireNonNull(move().at());
    }

    private Move move() {
        return company.operator().read(path("/move"), Move.class);
    }

    private String path(String below) {
        return "/api/v1/tenants/" + company.tenant().id() + below;
    }

    /** A call was judged at a time that is not known, but lies between when it was sent and when it was answered. */
    private static void oneServesAtEachMoment(List<Knock> home, List<Knock> far, Instant at) {
        assertThat(home)
                .as("calls at the old region that it judged wrongly, with %s as the moment", at)
                .filteredOn(knock -> switch (knock.told()) {
                    case SERVED -> !knock.sent().isBefore(at);
                    case NO_MORE, UNKNOWN -> knock.answered().isBefore(at);
                    case NOT_YET -> true;
                })
                .isEmpty();
        assertThat(far)
                .as("calls at the new region that it judged wrongly, with %s as the moment", at)
                .filteredOn(knock -> switch (knock.told()) {
                    case SERVED -> knock.answered().isBefore(at);
                    case NOT_YET, UNKNOWN -> !knock.sent().isBefore(at);
                    case NO_MORE -> true;
                })
                .isEmpty();
    }

    private void isRecorded(List<Knock> served, Region region) {
        Set<UUID> calls =
                served.stream().flatMap(knock -> knock.call().stream()).collect(Collectors.toSet());
        assertThat(calls).hasSameSizeAs(served);
        Eventually.passes("every call that " + region + " served is stored as its own", () -> {
            var stored = new HashSet<UUID>();
            analytics
                    .rows("SELECT call_id AS id FROM calls WHERE status = 'OK' AND region = '" + region
                            + "' AND key = '" + key.key().id() + "'")
                    .forEach(
                            row -> stored.add(UUID.fromString(row.required("id").asText())));
            assertThat(stored).containsAll(calls);
        });
    }

    private void aChangeReachesTheNewRegionAlone() {
        var before = latest(HOME);
        var now = company.api().read("/api/v1/keys/" + key.key().id(), VirtualKey.class);
        company.api()
                .expect(
                        Request.post("/api/v1/keys/" + now.id() + "/revoke", new RevokeKey("moved on"))
                                .ifMatch(now.version()),
                        200);

        Eventually.passes(
                "the new region refuses the revoked key",
                () -> assertThat(agentAt(FAR_GATEWAY).list().text()).contains("revoked"));

        assertThat(latest(HOME)).isEqualTo(before);
        assertThat(latest(FAR)).hasSizeGreaterThan(1);
    }

    /** What the region's topic says last of each of the tenant's records, without those that were taken back. */
    private Map<String, String> latest(Region region) {
        var latest = new HashMap<String, String>();
        for (var record : broker.records(Topics.config(region))) {
            var name = new String(record.key(), StandardCharsets.UTF_8);
            if (name.startsWith(company.tenant().id() + "/")) {
                latest.remove(name);
                if (record.value() != null) {
                    latest.put(name, new String(record.value(), StandardCharsets.UTF_8));
                }
            }
        }
        return latest;
    }

    private void theOldRegionHoldsNothing() throws Exception {
        var head = ConfigKey.head(new TenantId(company.tenant().id()));
        var said = latest(HOME);
        assertThat(said).containsOnlyKeys(head.toString());
        var last = Objects.requireNonNull(said.get(head.toString())).getBytes(StandardCharsets.UTF_8);
        assertThat(ConfigCodec.decodeHead(head, last).saysGone()).isTrue();

        // Nothing may come back with the next boot.
        tollgate.stop(GATEWAY);
        tollgate.start(GATEWAY);
        assertThat(agentAt(GATEWAY).list().status()).isEqualTo(401);
        assertThat(namingTheTenant()).as("what the old region keeps").isEmpty();
    }

    /**
     * Files of the old region's gateway with anything of the tenant in them; the id alone, by its last head, may stay. What
     * it served stands in the spool until that segment is full.
     */
    private List<String> namingTheTenant() {
        var files = new DataFiles(tollgate.data().resolve(GATEWAY));
        var traces = List.of(
                company.tenant().slug(), server.id().toString(), key.key().id());
        return files.all().stream()
                .filter(path -> !path.startsWith("data/spool/"))
                .filter(path -> files.bytes(path)
                        .filter(text -> traces.stream().anyMatch(text::contains))
                        .isPresent())
                .toList();
    }
}
