package dev.tollgate.gateway.upstream;

import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.Transport;
import java.util.Optional;
import java.util.function.Predicate;

/** Every upstream by the transport that its configuration names. */
public final class Upstreams implements UpstreamTransport {
    private final UpstreamTransport http;
    private final UpstreamTransport sse;
    private final UpstreamTransport stdio;
    private final UpstreamTransport openApi;

    public Upstreams(
            UpstreamTransport http, UpstreamTransport sse, UpstreamTransport stdio, UpstreamTransport openApi) {
        this.http = http;
        this.sse = sse;
        this.stdio = stdio;
        this.openApi = openApi;
    }

    private UpstreamTransport of(ServerConfig server) {
        return switch (server.transport()) {
            case Transport.StreamableHttp _ -> http;
            case Transport.Sse _ -> sse;
            case Transport.Stdio _ -> stdio;
            case Transport.OpenApi _ -> openApi;
        };
    }

    @Override
    public Cancellation call(ServerConfig server, UpstreamCall call, UpstreamListener listener) {
        return of(server).call(server, call, listener);
    }

    @Override
    public Ear listen(ServerConfig server, Wanted wanted, Heard heard) {
        return of(server).listen(server, wanted, heard);
    }

    @Override
    public Optional<UpstreamIdentity> identity(ServerConfig server) {
        return of(server).identity(server);
    }

    @Override
    public void closeUnless(Predicate<ServerConfig> wanted) {
        http.closeUnless(wanted);
        sse.closeUnless(wanted);
        stdio.closeUnless(wanted);
        openApi.closeUnless(wanted);
    }

    @Override
    public int openUpstreams() {
        return http.openUpstreams() + sse.openUpstreams() + stdio.openUpstreams() + openApi.openUpstreams();
    }

    @Override
    public void close() {
        http.close();
        sse.close();
        stdio.close();
        openApi.close();
    }
}
