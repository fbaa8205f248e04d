package dev.tollgate.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.event.EventDraft;
import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.fixture.TestTenant.IssuedKey;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.model.config.ContentLogging;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever knows a key's id, but not its secret, can write little and displace nothing, and nothing goes uncounted. */
class RefusedKeysFloodTest {
    private static final String CALL = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\","
            + "\"params\":{\"name\":\"crm__find\",\"arguments\":{}}}";
    private static final int FLOOD = 300;

    private final TestTenant tenant = new TestTenant();
    private final IssuedKey key = tenant.key("crm__*");
    private final IssuedKey attacked = tenant.key();
    private @Nullable EdgeServer started;

    @BeforeEach
    void start() throws Exception {
        started = new EdgeServer();
        tenant.tool(tenant.server("crm", URI.create("http://127.0.0.1:1/mcp")), "find");
        // The attacker's text has the attacked key's id and another secret, with the checksum that belongs to it.
        VirtualKeyConfig config = attacked.config();
        tenant.put(new VirtualKeyConfig(
                tenant.id,
                config.id(),
                tenant.environment,
                "attacked",
                key.config().credentials(),
                List.of(),
                List.of(),
                tenant.service,
                null,
                List.of(),
                ContentLogging.AS_ENVIRONMENT,
                false,
                null));
        started.snapshots.publish(tenant);
        started.upstream =
                (_, listener) -> listener.reply(new UpstreamReply.Result(EdgeServer.json("{}"), false, null));
    }

    @AfterEach
    void stop() throws Exception {
        edge().close();
    }

    @Test
    void aFloodOfWrongSecretsIsCountedInFewEvents() throws Exception {
        // when
        for (int i = 0; i < FLOOD; i++) {
            assertThat(call(attacked).statusCode()).isEqualTo(401);
        }
        edge().meter.summarise();
        // then
        List<EventDraft> events = events();
        assertThat(events).hasSizeBetween(2, 60).allSatisfy(event -> {
            assertThat(event.reason()).isEqualTo(RefusalReason.WRONG_SECRET);
            assertThat(event.holder().key()).isEqualTo(attacked.config().id());
            assertThat(event.tenant()).isEqualTo(tenant.id);
        });
        assertThat(events.stream().mapToLong(EventDraft::attempts).sum()).isEqualTo(FLOOD);
        assertThat(edge().counted)
                .contains("summarised")
                .filteredOn(each -> each.equals("REFUSED/WRONG_SECRET"))
                .hasSize(FLOOD);
    }

    @Test
    void whatStrangersWriteWaitsWhileTheSpoolIsHalfFullAndCallsDoNot() throws Exception {
        // given
        edge().plenty = false;
        // when
        call(attacked);
        edge().meter.summarise();
        call(key);
        // then
        assertThat(events()).extracting(EventDraft::status).containsExactly(CallStatus.OK);
        // when
        edge().plenty = true;
        edge().meter.summarise();
        // then
        assertThat(events()).extracting(EventDraft::attempts).containsExactly(1L);
    }

    private HttpResponse<String> call(IssuedKey with) throws Exception {
        return edge().send(edge().post(with.text(), CALL));
    }

    private List<EventDraft> events() {
        List<EventDraft> drained = new ArrayList<>();
        edge().events.drainTo(drained);
        return drained;
    }

    private EdgeServer edge() {
        return Objects.requireNonNull(started);
    }
}
