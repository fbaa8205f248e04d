package dev.tollgate.gateway.edge.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import org.jspecify.annotations.Nullable;

/** Counts what is under way on one connection, behind its decoder. All but the look happens on its event loop. */
final class ConnectionWatch extends ChannelDuplexHandler {
    private static final long BUSY = Long.MAX_VALUE;

    private final QuietConnections all;
    private int underWay;
    private boolean served;
    private long unsentBytes;
    private volatile long due = BUSY;
    private @Nullable ChannelHandlerContext context;

    ConnectionWatch(QuietConnections all) {
        this.all = all;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        due = all.due(false);
        all.opened(this);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        all.closed(this);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpRequest) {
            underWay++;
            due = BUSY;
        }
        ctx.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent && !isInterim(message) && underWay > 0) {
            underWay--;
            if (underWay == 0) {
                served = true;
                due = all.due(true);
            }
        }
        ctx.write(message, promise);
    }

    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    /** Called by any thread. */
    void look(long now) {
        ChannelHandlerContext on = context;
        if (now >= due && on != null) {
            on.executor().execute(() -> check(on));
        }
    }

    private void check(ChannelHandlerContext on) {
        if (all.now() < due) {
            return;
        }
        long unsent = unsentBytes(on);
        if (unsent != unsentBytes) {
            // A large answer on its way to a slow reader is no silence, as long as it goes on.
            unsentBytes = unsent;
            due = all.due(served);
            return;
        }
        all.hit(served);
        on.close();
    }

    private static long unsentBytes(ChannelHandlerContext on) {
        ChannelOutboundBuffer buffer = on.channel().unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }
}
