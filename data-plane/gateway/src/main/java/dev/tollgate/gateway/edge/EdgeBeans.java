package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.config.Freshness;
import dev.tollgate.gateway.config.Snapshots;
import dev.tollgate.gateway.config.TokenTenants;
import dev.tollgate.gateway.edge.person.ConsolePage;
import dev.tollgate.gateway.edge.resource.PublicUrls;
import dev.tollgate.gateway.edge.stream.KeptStreams;
import dev.tollgate.gateway.edge.stream.StreamNames;
import dev.tollgate.gateway.event.EventLog;
import dev.tollgate.gateway.identity.KeyCheck;
import dev.tollgate.gateway.identity.TokenCheck;
import dev.tollgate.gateway.meter.CallMeter;
import dev.tollgate.gateway.meter.CallMetrics;
import dev.tollgate.gateway.offer.OfferBook;
import dev.tollgate.gateway.person.PersonConnections;
import dev.tollgate.gateway.policy.Serving;
import dev.tollgate.gateway.quota.CallLimits;
import dev.tollgate.gateway.quota.QuotaMetrics;
import dev.tollgate.gateway.session.SessionStates;
import dev.tollgate.gateway.session.SessionTokens;
import dev.tollgate.gateway.session.SessionWords;
import dev.tollgate.gateway.task.TaskIds;
import dev.tollgate.gateway.token.Models;
import dev.tollgate.gateway.token.TokenCounters;
import dev.tollgate.gateway.token.TokenMetrics;
import dev.tollgate.gateway.upstream.UpstreamPort;
import dev.tollgate.listener.Gate;
import dev.tollgate.listener.Origins;
import dev.tollgate.model.net.Cidr;
import dev.tollgate.model.seal.Seal;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Puts the steps of a call together and its endpoint on the HTTP server. */
class EdgeBeans {
    @Produces
    @Singleton
    Drain drain() {
        return new Drain();
    }

    @Produces
    @Singleton
    Endpoints endpoints(
            Drain drain,
            Snapshots snapshots,
            Freshness freshness,
            UpstreamPort upstream,
            EventLog log,
            CallMetrics callMetrics,
            EdgeMetrics edgeMetrics,
            Gate gate,
            @ConfigProperty(name = "tollgate.public-urls") Optional<List<String>> publicUrls,
            @ConfigProperty(name = "tollgate.trusted-proxies") Optional<List<String>> trustedProxies,
            Vertx vertx,
            SessionStates states,
            SessionWords words,
            @ConfigProperty(name = "tollgate.gateway.id") String gatewayId,
            @ConfigProperty(name = "tollgate.gateway.url") String ownUrl,
            Seal seal,
            PersonConnections people,
            CallLimits limits,
            QuotaMetrics quotaMetrics,
            TokenCounters tokens,
            Scripts scripts,
            @ConfigProperty(name = "tollgate.console-url") Optional<URI> console,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        return endpoints(
                drain,
                gate,
                new PublicUrls(
                        publicUrls.orElse(List.of()),
                        trustedProxies.orElse(List.of()).stream().map(Cidr::of).toList()),
                snapshots,
                new Serving(freshness),
                upstream,
                new CallMeter(log, callMetrics, limits),
                tokens,
                scripts,
                edgeMetrics,
                new AmongGateways(seal, new Peers(vertx, gatewayId), ownUrl, states, words, KeptStreams.KEPT_FOR),
                new Quota(limits, quotaMetrics),
                new People(people, console.map(ConsolePage::new).orElse(null)),
                version);
    }

    @Produces
    @Singleton
    TokenCounters tokenCounters(TokenMetrics metrics) {
        return new TokenCounters(metrics);
    }

    @Produces
    @Singleton
    TokenTenants tokenTenants(TokenCounters counters) {
        return next -> counters.prepare(Models.of(next).encodings());
    }

    @Produces
    @Singleton
    Gate gate(
            @ConfigProperty(name = "tollgate.allowed-hosts") Optional<List<String>> allowedHosts,
            @ConfigProperty(name = "tollgate.allowed-origins") Optional<List<String>> allowedOrigins,
            @ConfigProperty(name = "quarkus.http.host") String listensOn,
            @ConfigProperty(name = "tollgate.public-urls") Optional<List<URI>> publicUrls,
            @ConfigProperty(name = "tollgate.gateway.url") URI ownUrl) {
        List<URI> addresses = new ArrayList<>(publicUrls.orElse(List.of()));
        addresses.add(ownUrl);
        Origins.Others others = isLoopback(listensOn) ? Origins.Others.LOOPBACK : Origins.Others.NONE;
        Origins origins = new Origins(Set.copyOf(allowedOrigins.orElse(List.of())), others);
        return Gate.of(allowedHosts.orElse(List.of()), addresses, origins);
    }

    @Produces
    @Singleton
    McpEndpoint mcp(Endpoints endpoints) {
        return endpoints.mcp();
    }

    /** What agents reach. */
    record Endpoints(McpEndpoint mcp, MeEndpoint me, MetadataEndpoint metadata) {}

    /**
     * What a gateway shares with the others of its region.
     *
     * @param ownUrl where they reach it, without a path
     * @param keptFor how long a call's stream can be taken up after its connection broke
     */
    record AmongGateways(
            Seal seal, Peers peers, String ownUrl, SessionStates states, SessionWords words, Duration keptFor) {}

    /** The limits that calls pass. */
    record Quota(CallLimits limits, QuotaMetrics metrics) {}

    /**
     * What there is of people's own connections.
     *
     * @param console where they see to them; absent if the operator names no console
     */
    record People(PersonConnections connections, @Nullable ConsolePage console) {}

    static Endpoints endpoints(
            Drain drain,
            Gate gate,
            PublicUrls urls,
            Snapshots snapshots,
            Serving serving,
            UpstreamPort upstream,
            CallMeter meter,
            TokenCounters counters,
            Scripts code,
            EdgeMetrics metrics,
            AmongGateways region,
            Quota quota,
            People people,
            String version) {
        InstantSource clock = InstantSource.system();
        SessionTokens sessions = new SessionTokens(region.seal(), clock);
        Handshakes handshakes = new Handshakes(version, sessions);
        KeyLoad load = new KeyLoad();
        OfferBook book = new OfferBook(upstream, System::nanoTime);
        OfferFinder finder = new OfferFinder(book);
        ListAnswers lists = new ListAnswers(handshakes, serving, meter);
        RunningCalls calls = new RunningCalls();
        region.states().onCancellation(calls::cancel);
        Questions questions = new Questions(region.seal(), region.ownUrl());
        StreamNames streamNames = new StreamNames(region.seal(), region.ownUrl());
        KeptStreams kept = new KeptStreams(streamNames, region.keptFor(), metrics::boundHit);
        CallTokens callTokens = new CallTokens(counters);
        Rounds rounds = new Rounds(
                questions,
                new RequestStates(region.seal(), clock),
                calls,
                new LogFloors(region.states()),
                kept,
                callTokens);
        PersonalWays ways = new PersonalWays(people.connections(), people.console(), meter);
        LimitGate gateOfLimits = new LimitGate(quota.limits(), meter, load, calls, callTokens, quota.metrics());
        Forwarding forwarding = new Forwarding(serving, ways, upstream, meter, metrics, load, gateOfLimits, rounds);
        TaskPlaces tasks = new TaskPlaces(new TaskIds(region.seal()), region.ownUrl(), metrics);
        KeyCheck keys = new KeyCheck(snapshots, clock);
        TokenCheck tokens = new TokenCheck(snapshots, urls.resources(), clock);
        Callers callers = new Callers(keys, tokens, urls, meter, metrics);
        ScriptCalls scripts = new ScriptCalls(
                code.runner(),
                code.maxima(),
                callers,
                load,
                rounds,
                new ScriptStates(region.seal(), code.journalBytesMax(), clock),
                meter,
                metrics,
                clock);
        OwnTools own = new OwnTools(code.desk(), scripts, meter, callTokens, metrics);
        Methods methods = new Methods(
                new ToolCalls(forwarding, tasks, meter, metrics, own, new Approvals(rounds, callers, meter)),
                new ToolLists(lists),
                new OfferCalls(finder, forwarding, meter, metrics),
                new OfferLists(book, ways, lists),
                new TaskCalls(tasks, forwarding, region.peers(), meter));
        ClientAnswers answers = new ClientAnswers(questions, region.peers(), metrics);
        ScopeGate scopes = new ScopeGate(urls, meter);
        AgentStreams streams = new AgentStreams(
                callers, serving, upstream, book, finder, ways, region.states(), drain, metrics, clock);
        SessionMethods sessionMethods =
                new SessionMethods(region.states(), region.words(), finder, ways, lists, metrics);
        Resumptions resumptions = new Resumptions(kept, region.peers(), metrics);
        Listens listens = new Listens(streams, lists, tasks, serving, streamNames, resumptions);
        Dispatch dispatch = new Dispatch(scopes, methods, listens, sessionMethods, answers, handshakes, metrics);
        return new Endpoints(
                new McpEndpoint(
                        drain,
                        load,
                        gate,
                        callers,
                        scopes,
                        meter,
                        metrics,
                        sessions,
                        region.states(),
                        sessionMethods,
                        listens,
                        dispatch,
                        clock),
                new MeEndpoint(callers, serving, load, streams, quota.limits(), metrics, clock),
                new MetadataEndpoint(urls, snapshots, metrics));
    }

    private static boolean isLoopback(String host) {
        return host.equals("127.0.0.1") || host.equals("localhost") || host.equals("::1");
    }

    void stop(@Observes ShutdownEvent event, McpEndpoint endpoint, TokenCounters counters, Scripts scripts) {
        scripts.close();
        endpoint.stop();
        counters.close();
    }

    void route(@Observes Router router, Endpoints endpoints, Gate gate, Vertx vertx, EdgeMetrics metrics) {
        endpoints.mcp().start(vertx);
        route(router, endpoints, gate, metrics);
    }

    static void route(Router router, Endpoints endpoints, Gate gate, EdgeMetrics metrics) {
        // Before every other route: agents' calls pass nothing that is there for health and metrics.
        router.route(McpEndpoint.PATH)
                .order(Integer.MIN_VALUE)
                .handler(context -> endpoints.mcp().handle(context.request()));
        router.route(McpEndpoint.GROUP_PATH + "*")
                .order(Integer.MIN_VALUE + 1)
                .handler(context -> endpoints.mcp().handleGroup(context.request()));
        // Whatever page asks, and under whatever name: it says nothing that is not public.
        for (String path : List.of(MetadataEndpoint.PATH, MetadataEndpoint.PATH + "/*")) {
            router.route(path)
                    .order(Integer.MIN_VALUE + 2)
                    .handler(context -> endpoints.metadata().handle(context.request()));
        }
        new OutermostAnswers(gate, metrics).route(router, Integer.MIN_VALUE + 3);
        for (String path : List.of(MeEndpoint.PATH, MeEndpoint.QUOTA_PATH)) {
            router.route(path)
                    .order(Integer.MIN_VALUE + 4)
                    .handler(context -> endpoints.me().handle(context.request()));
        }
    }
}
