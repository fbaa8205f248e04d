package dev.tollgate.listener;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;

/**
 * Counts each connection as it is accepted, and puts a watch on it. It stands at the listening socket because a connection that sends
 * nothing never comes to any handler of Vert.x that could be given to the platform's server.
 */
@Sharable
public final class Door extends ChannelInboundHandlerAdapter {
    private final OpenConnections open;
    private final QuietConnections quiet;

    public Door(OpenConnections open, QuietConnections quiet) {
        this.open = open;
        this.quiet = quiet;
    }

    /** Stands at every socket that listens by now; gives their number. */
    public CompletableFuture<Integer> open(Vertx vertx) {
        CompletableFuture<Integer> found = CompletableFuture.completedFuture(0);
        for (EventExecutor loop : ((VertxInternal) vertx).getAcceptorEventLoopGroup()) {
            found = found.thenCombine(
                    CompletableFuture.supplyAsync(() -> standAt((SingleThreadEventLoop) loop), loop), Integer::sum);
        }
        return found;
    }

    private int standAt(SingleThreadEventLoop loop) {
        int found = 0;
        for (Iterator<Channel> each = loop.registeredChannelsIterator(); each.hasNext(); ) {
            if (each.next() instanceof ServerChannel listening) {
                listening.pipeline().addFirst(this);
                found++;
            }
        }
        return found;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object accepted) {
        if (accepted instanceof Channel connection) {
            if (!open.admit(connection)) {
                return;
            }
            connection.pipeline().addLast(new Usher());
        }
        ctx.fireChannelRead(accepted);
    }

    /** Waits until Vert.x has put its handlers on the connection, and leaves. */
    private final class Usher extends ChannelInboundHandlerAdapter {
        private static final String OF_VERTX = "handler";

        @Override
        public void channelActive(ChannelHandlerContext ctx) {
            // Not there yet where HTTP/2 is allowed, which no listener does.
            if (ctx.pipeline().get(OF_VERTX) != null) {
                ctx.pipeline().addBefore(OF_VERTX, null, new ConnectionWatch(quiet));
            }
            ctx.fireChannelActive();
            ctx.pipeline().remove(this);
        }
    }
}
