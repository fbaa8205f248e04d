package dev.tollgate.gateway.upstream;

import dev.tollgate.gateway.credential.UpstreamTls;
import io.netty.channel.EventLoop;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.TrustOptions;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The connections to one upstream, a pool for each event loop, so that a call stays on the thread it began on and one
 * upstream's calls never wait for another's.
 */
public final class HttpConnections {
    static final int CONNECTIONS_PER_LOOP_MAX = 64;
    static final int CALLS_WAITING_PER_LOOP_MAX = 256;
    private static final int CONNECT_MILLIS_MAX = 3_000;
    private static final int HEADER_BYTES_MAX = 32 << 10;
    /** Below the five seconds after which common servers close an idle connection: reuse would race with that. */
    private static final int KEEP_ALIVE_SECONDS = 4;

    private final Vertx vertx;
    private final HttpClientOptions options;
    private final UpstreamTls tls;
    /** Given on its own, for what the client's options say of a pool is not looked at by the client's builder. */
    private final PoolOptions pool =
            new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_LOOP_MAX).setMaxWaitQueueSize(CALLS_WAITING_PER_LOOP_MAX);

    private final ConcurrentHashMap<EventLoop, HttpClient> clients = new ConcurrentHashMap<>();

    public HttpConnections(Vertx vertx, UpstreamTls tls) {
        this.tls = tls;
        this.vertx = vertx;
        this.options = new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS_MAX)
                .setSslHandshakeTimeout(CONNECT_MILLIS_MAX)
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setMaxHeaderSize(HEADER_BYTES_MAX)
                .setVerifyHost(true)
                .setDecompressionSupported(false)
                // A stream that is listened to says nothing for hours: only so is it known that nobody is there any
                // more.
                .setTcpKeepAlive(true)
                .setTcpNoDelay(true);
        X509KeyManager shown = tls.shown();
        if (shown != null) {
            options.setKeyCertOptions(KeyCertOptions.wrap(shown));
        }
        X509TrustManager trusted = tls.trusted();
        if (trusted != null) {
            options.setTrustOptions(TrustOptions.wrap(trusted));
        }
    }

    /** Why there are none now, as an end to the sentence "The server x …"; null if there are. */
    public @Nullable String closedWords() {
        return tls.closedWords();
    }

    public HttpClient on(ContextInternal context) {
        HttpClient client = clients.get(context.nettyEventLoop());
        return client != null
                ? client
                : clients.computeIfAbsent(
                        context.nettyEventLoop(),
                        loop -> vertx.httpClientBuilder()
                                .with(options)
                                .with(pool)
                                .withConnectHandler(ClosedUnread::watch)
                                .build());
    }

    public void close() {
        clients.values().forEach(HttpClient::close);
        clients.clear();
    }
}
