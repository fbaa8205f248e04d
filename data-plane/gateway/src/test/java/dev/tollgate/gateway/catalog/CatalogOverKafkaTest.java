package dev.tollgate.gateway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.fixture.RealKafka;
import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.fixture.TopicReader;
import dev.tollgate.gateway.upstream.HttpUpstreams;
import dev.tollgate.gateway.upstream.SystemResolver;
import dev.tollgate.gateway.upstream.Upstreams;
import dev.tollgate.gateway.upstream.openapi.OpenApiUpstreams;
import dev.tollgate.gateway.upstream.sse.SseUpstreams;
import dev.tollgate.gateway.upstream.stdio.StdioBounds;
import dev.tollgate.gateway.upstream.stdio.StdioCommands;
import dev.tollgate.gateway.upstream.stdio.StdioUpstreams;
import dev.tollgate.local.app.Everything;
import dev.tollgate.local.fetch.Cache;
import dev.tollgate.local.fetch.Distributions;
import dev.tollgate.local.part.DataFolder;
import dev.tollgate.local.process.RunningProcess;
import dev.tollgate.local.process.Watchdog;
import dev.tollgate.model.config.PrefixMode;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.Transport;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.CatalogReport;
import dev.tollgate.model.wire.CatalogReport.DiscoveredTool;
import dev.tollgate.model.wire.CatalogReport.Stage;
import dev.tollgate.model.wire.Partitions;
import dev.tollgate.model.wire.SyncRequest;
import dev.tollgate.model.wire.Topics;
import dev.tollgate.model.wire.WireJson;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The region's requests to look at servers, over a real Kafka, at the MCP project's own demo servers. */
class CatalogOverKafkaTest {
    private final Vertx vertx = Vertx.vertx();
    private final TestTenant tenant = new TestTenant();
    private final Map<ServerId, ServerConfig> servers = new ConcurrentHashMap<>();
    private final AtomicLong revision = new AtomicLong(1);

    @Test
    void every_request_is_answered_with_what_was_found_or_why_nothing_was(@TempDir Path folder) throws Exception {
        Distributions distributions = new Distributions(Cache.ofThisUser());
        Path demo = distributions.demoServers();
        Path files = Files.createDirectories(folder.resolve("files"));
        int port = freePort();
        Everything everything = new Everything(distributions, new DataFolder(folder), port);
        new DataFolder(folder).create();
        everything.prepare();
        StdioCommands commands = new StdioCommands(Map.of(
                "filesystem",
                List.of(
                        "node",
                        demo.resolve("node_modules/@modelcontextprotocol/server-filesystem/dist/index.js")
                                .toString(),
                        files.toString())));
        try (RealKafka kafka = new RealKafka(folder.resolve("kafka"));
                Watchdog watchdog = Watchdog.start();
                Upstreams upstreams = new Upstreams(
                        new HttpUpstreams(vertx, new SystemResolver(vertx), true, changed -> {}),
                        new SseUpstreams(vertx, new SystemResolver(vertx), true, changed -> {}),
                        new StdioUpstreams(commands, StdioBounds.DEFAULT, changed -> {}),
                        new OpenApiUpstreams(vertx, new SystemResolver(vertx), true));
                CatalogTopic reports = new CatalogTopic(kafka.bootstrapServers(), "catalog");
                TopicReader reader = new TopicReader(kafka.bootstrapServers(), Topics.CATALOG)) {
            RunningProcess running = RunningProcess.start(everything.process(), watchdog);
            while (!everything.isReady()) {
                Thread.sleep(20);
            }
            CatalogWatch watch = new CatalogWatch(
                    (VertxInternal) vertx,
                    upstreams,
                    directory(),
                    server -> server,
                    reports,
                    new GatewayId("gateway-1"));
            SyncConsumer consumer = new SyncConsumer(
                    Topics.sync(RealKafka.REGION),
                    new SyncConsumers(kafka.bootstrapServers(), RealKafka.REGION, "sync"),
                    watch::look);
            Thread consuming = Thread.ofPlatform().daemon().start(consumer);

            ServerConfig http = server("everything", new Transport.StreamableHttp(URI.create(everything.url())));
            ServerConfig stdio = server("files", new Transport.Stdio("filesystem"));
            ServerConfig unknownCommand = server("nothing", new Transport.Stdio("rm"));
            ServerConfig dead =
                    server("dead", new Transport.StreamableHttp(URI.create("http://127.0.0.1:" + freePort())));
            ServerConfig inside = server("inside", new Transport.StreamableHttp(URI.create("http://169.254.169.254/")));
            request(kafka, http, 1);
            request(kafka, stdio, 1);
            request(kafka, unknownCommand, 1);
            request(kafka, dead, 1);
            request(kafka, inside, 1);

            Map<ServerId, CatalogReport> found = latest(reader, 5);
            assertThat(of(found, http).failure()).isNull();
            assertThat(of(found, http).tools()).extracting(DiscoveredTool::name).contains("echo", "get-sum");
            assertThat(of(found, http).upstreamName()).isNotBlank();
            assertThat(of(found, http).protocolVersion()).isEqualTo("2025-11-25");
            assertThat(of(found, stdio).failure()).isNull();
            assertThat(of(found, stdio).tools())
                    .extracting(DiscoveredTool::name)
                    .contains("read_text_file");
            assertThat(of(found, stdio).upstreamName()).isNotBlank();
            assertThat(stage(of(found, unknownCommand))).isEqualTo(Stage.ADDRESS);
            assertThat(stage(of(found, dead))).isEqualTo(Stage.CONNECT);
            assertThat(stage(of(found, inside))).isEqualTo(Stage.ADDRESS);

            ServerConfig late = server("late", new Transport.Stdio("filesystem"));
            servers.remove(late.id());
            request(kafka, late, 2);
            servers.put(late.id(), late);
            revision.set(2);
            assertThat(of(latest(reader, 6), late).failure()).isNull();

            consumer.close();
            consuming.join();
            running.stop();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static CatalogReport of(Map<ServerId, CatalogReport> reports, ServerConfig server) {
        return Objects.requireNonNull(reports.get(server.id()), "a report on " + server.name());
    }

    private static Stage stage(CatalogReport report) {
        CatalogReport.Failure failure = report.failure();
        if (failure == null) {
            throw new AssertionError("it should have failed: " + report);
        }
        return failure.stage();
    }

    private static Map<ServerId, CatalogReport> latest(TopicReader reader, int servers) {
        Map<ServerId, CatalogReport> latest = new ConcurrentHashMap<>();
        reader.await(records -> {
            records.forEach(record -> {
                CatalogReport report = WireJson.decode(record.value(), CatalogReport.class);
                assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo(report.key());
                assertThat(record.partition()).isEqualTo(Partitions.of(report.tenant(), Topics.TENANT_PARTITIONS));
                latest.put(report.server(), report);
            });
            return latest.size() == servers;
        });
        return latest;
    }

    private ServerConfig server(String name, Transport transport) {
        ServerConfig server = new ServerConfig(
                tenant.id,
                new ServerId(UUID.randomUUID()),
                tenant.environment,
                new Slug(name),
                transport,
                List.of("*"),
                PrefixMode.ALWAYS,
                true,
                30_000);
        servers.put(server.id(), server);
        return server;
    }

    private ServerDirectory directory() {
        return new ServerDirectory() {
            @Override
            public long revision(TenantId of) {
                return of.equals(tenant.id) ? revision.get() : 0;
            }

            @Override
            public Optional<ServerConfig> server(TenantId of, ServerId server) {
                return Optional.ofNullable(servers.get(server));
            }
        };
    }

    private void request(RealKafka kafka, ServerConfig server, long minRevision) {
        SyncRequest request = new SyncRequest(tenant.id, server.id(), minRevision, Instant.now());
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                    Topics.sync(RealKafka.REGION),
                    Partitions.of(tenant.id, Topics.TENANT_PARTITIONS),
                    (tenant.id + "/" + server.id()).getBytes(StandardCharsets.UTF_8),
                    WireJson.encode(request)));
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
