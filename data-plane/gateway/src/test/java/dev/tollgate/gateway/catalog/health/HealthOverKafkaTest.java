package dev.tollgate.gateway.catalog.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.fixture.RealKafka;
import dev.tollgate.gateway.fixture.TopicReader;
import dev.tollgate.gateway.upstream.HealthBook;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.model.config.PrefixMode;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.Transport;
import dev.tollgate.model.health.FailureCause;
import dev.tollgate.model.health.FailureStage;
import dev.tollgate.model.id.EnvironmentId;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.Topics;
import dev.tollgate.model.wire.UpstreamReport;
import dev.tollgate.model.wire.WireJson;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthOverKafkaTest {
    private static final GatewayId GATEWAY = new GatewayId("gateway-1");

    private final ServerConfig server = new ServerConfig(
            new TenantId(UUID.randomUUID()),
            new ServerId(UUID.randomUUID()),
            new EnvironmentId(UUID.randomUUID()),
            new Slug("crm"),
            new Transport.StreamableHttp(URI.create("https://crm.example/mcp")),
            List.of("*"),
            PrefixMode.ALWAYS,
            true,
            30_000);

    @Test
    void a_failure_is_told_in_codes_under_its_tenants_key_and_taken_back_at_the_end(@TempDir Path folder)
            throws Exception {
        HealthBook book = new HealthBook(InstantSource.system());
        try (RealKafka kafka = new RealKafka(folder.resolve("kafka"));
                TopicReader reader = new TopicReader(kafka.bootstrapServers(), Topics.STATUS)) {
            UUID boot = UUID.randomUUID();
            HealthReporter reporter = new HealthReporter(kafka.bootstrapServers(), GATEWAY, boot, book);
            reporter.start();

            book.of(server)
                    .failed(new UpstreamReply.Failure(
                            UpstreamReply.Kind.BROKEN, UpstreamReply.Stage.CALL, "words of an upstream", 0, 502));
            ConsumerRecord<byte[], byte[]> record =
                    reader.await(records -> records.size() == 1).getFirst();
            UpstreamReport report = WireJson.decode(record.value(), UpstreamReport.class);

            assertThat(new String(record.key(), StandardCharsets.UTF_8))
                    .isEqualTo(server.tenant() + "/gateway-1/" + server.id());
            assertThat(report.boot()).isEqualTo(boot);
            assertThat(report.lastFailure()).isNotNull().satisfies(failure -> {
                assertThat(failure.stage()).isEqualTo(FailureStage.CALL);
                assertThat(failure.cause()).isEqualTo(FailureCause.BROKEN);
                assertThat(failure.httpStatus()).isEqualTo(502);
            });
            assertThat(new String(record.value(), StandardCharsets.UTF_8)).doesNotContain("words of an upstream");

            reporter.close();
            ConsumerRecord<byte[], byte[]> takenBack =
                    reader.await(records -> records.size() == 2).getLast();
            assertThat(takenBack.key()).isEqualTo(record.key());
            assertThat(takenBack.value()).isNull();
        }
    }
}
