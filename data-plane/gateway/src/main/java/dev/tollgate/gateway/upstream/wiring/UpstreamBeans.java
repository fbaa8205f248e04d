package dev.tollgate.gateway.upstream.wiring;

import dev.tollgate.gateway.credential.OpenCredentials;
import dev.tollgate.gateway.credential.TlsKeys;
import dev.tollgate.gateway.person.PersonConnections;
import dev.tollgate.gateway.upstream.Credentials;
import dev.tollgate.gateway.upstream.HealthBook;
import dev.tollgate.gateway.upstream.HttpUpstreams;
import dev.tollgate.gateway.upstream.SystemResolver;
import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.gateway.upstream.Upstreams;
import dev.tollgate.gateway.upstream.openapi.OpenApiUpstreams;
import dev.tollgate.gateway.upstream.sse.SseUpstreams;
import dev.tollgate.gateway.upstream.stdio.StdioBounds;
import dev.tollgate.gateway.upstream.stdio.StdioCommands;
import dev.tollgate.gateway.upstream.stdio.StdioUpstreams;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Makes the upstreams from the gateway's configuration. */
@Singleton
final class UpstreamBeans {
    private static final String COMMAND = "tollgate.stdio.command.";
    private static final String ARGV = ".argv";
    private static final Logger log = Logger.getLogger(UpstreamBeans.class);

    private final HealthBook health = new HealthBook(InstantSource.system());
    private final Upstreams upstreams;

    UpstreamBeans(
            Vertx vertx,
            MeterRegistry metrics,
            Config config,
            ToolsChangedRelay toolsChanged,
            ChallengeRelay challenges,
            OpenCredentials tenants,
            PersonConnections people,
            TlsKeys tlsKeys,
            @ConfigProperty(name = "tollgate.upstream.allow-loopback", defaultValue = "false") boolean allowLoopback) {
        StdioCommands commands = commands(config);
        log.infof("stdio commands allowed: %s", new TreeSet<>(commands.argv().keySet()));
        StdioUpstreams stdio = new StdioUpstreams(commands, StdioBounds.DEFAULT, toolsChanged::changed, health);
        SystemResolver resolver = new SystemResolver(vertx);
        Credentials credentials = Credentials.of(
                server -> server.asksEachPerson() ? people.headers(server) : tenants.of(server), tlsKeys, challenges);
        upstreams = new Upstreams(
                new HttpUpstreams(vertx, resolver, allowLoopback, credentials, toolsChanged, health),
                new SseUpstreams(vertx, resolver, allowLoopback, credentials, toolsChanged, health),
                stdio,
                new OpenApiUpstreams(vertx, resolver, allowLoopback, credentials, health));
        Gauge.builder("tollgate.stdio.processes", stdio, StdioUpstreams::processes)
                .description("Processes that serve as upstreams")
                .register(metrics);
        for (UpstreamReply.Stage stage : UpstreamReply.Stage.values()) {
            FunctionCounter.builder("tollgate.upstream.failures", health, all -> all.failures(stage))
                    .description("Calls that upstreams left without an answer, by how far they came")
                    .tag("stage", stage.name().toLowerCase(Locale.ROOT))
                    .register(metrics);
        }
        Gauge.builder("tollgate.upstream.known", health, HealthBook::size)
                .description("Upstream servers whose health this gateway knows, of at most " + HealthBook.UPSTREAMS_MAX)
                .register(metrics);
        Gauge.builder("tollgate.upstream.open", upstreams, Upstreams::openUpstreams)
                .description("Upstream servers that this gateway has something open to")
                .register(metrics);
    }

    /** {@code tollgate.stdio.command.<name>.argv}; names from environment variables are in {@code tollgate.stdio.commands}. */
    private static StdioCommands commands(Config config) {
        Set<String> names = new TreeSet<>();
        config.getOptionalValues("tollgate.stdio.commands", String.class).ifPresent(names::addAll);
        for (String property : config.getPropertyNames()) {
            if (property.startsWith(COMMAND) && property.endsWith(ARGV)) {
                names.add(property.substring(COMMAND.length(), property.length() - ARGV.length()));
            }
        }
        Map<String, List<String>> argvByName = new HashMap<>();
        for (String name : names) {
            config.getOptionalValues(COMMAND + name + ARGV, String.class)
                    .ifPresent(argv -> argvByName.put(name, new ArrayList<>(argv)));
        }
        return new StdioCommands(argvByName);
    }

    @Produces
    @Singleton
    Upstreams upstreams() {
        return upstreams;
    }

    @Produces
    @Singleton
    HealthBook health() {
        return health;
    }

    @PreDestroy
    void stop() {
        upstreams.close();
    }
}
