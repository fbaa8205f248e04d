package dev.tollgate.listener;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Counts what is under way on one connection, behind its decoder. All but the look happens on its event loop. */
final class ConnectionWatch extends ChannelDuplexHandler {
    private static final long BUSY = Long.MAX_VALUE;

    private final QuietConnections all;
    private int underWay;
    private boolean served;
    private boolean receiving;
    private boolean answering;
    private boolean refused;
    private long unsentBytes;
    /** Told to the look a little later, which looks once a second; whatever closes a connection looks again on its event loop. */
    private final AtomicLong due = new AtomicLong(BUSY);

    private @Nullable ChannelHandlerContext context;

    ConnectionWatch(QuietConnections all) {
        this.all = all;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        due.lazySet(all.due(false));
        all.opened(this);
    }

    /** RFC 9112, 3.2: whoever stands before us may have looked at the other one. */
    private static boolean isForTwoHosts(HttpRequest request) {
        Iterator<? extends CharSequence> hosts = request.headers().valueCharSequenceIterator(HttpHeaderNames.HOST);
        if (!hosts.hasNext()) {
            return false;
        }
        hosts.next();
        return hosts.hasNext();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        all.closed(this);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (refused) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpRequest request) {
            if (request.protocolVersion().majorVersion() != 1 || isForTwoHosts(request)) {
                // The platform would answer the first with 501, where the fault is the sender's.
                refused = true;
                ReferenceCountUtil.release(message);
                end(ctx, HttpResponseStatus.BAD_REQUEST);
                return;
            }
            underWay++;
            receiving = true;
            // Behind another request a body may wait because nobody reads it yet, which is not its sender's fault.
            due.lazySet(underWay == 1 ? all.bodyDue() : BUSY);
        }
        if (message instanceof LastHttpContent) {
            receiving = false;
            if (underWay > 0) {
                due.lazySet(BUSY);
            }
        }
        ctx.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse && !isInterim(message)) {
            answering = true;
        }
        if (message instanceof LastHttpContent && !isInterim(message) && underWay > 0) {
            answered();
        }
        ctx.write(message, promise);
    }

    private void answered() {
        underWay--;
        answering = false;
        if (underWay == 0) {
            served = true;
            due.lazySet(all.due(true));
        } else if (underWay == 1 && receiving) {
            due.lazySet(all.bodyDue());
        }
    }

    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    /** Called by any thread. */
    void look(long now) {
        ChannelHandlerContext on = context;
        if (now >= due.get() && on != null) {
            on.executor().execute(() -> check(on));
        }
    }

    private void check(ChannelHandlerContext on) {
        if (all.now() < due.get()) {
            return;
        }
        if (underWay > 0) {
            all.bodyHit();
            endSlowBody(on);
            return;
        }
        long unsent = unsentBytes(on);
        if (unsent != unsentBytes) {
            // A large answer on its way to a slow reader is no silence, as long as it goes on.
            unsentBytes = unsent;
            due.lazySet(all.due(served));
            return;
        }
        all.hit(served);
        on.close();
    }

    private void endSlowBody(ChannelHandlerContext on) {
        due.lazySet(BUSY);
        if (answering) {
            on.close();
            return;
        }
        end(on, HttpResponseStatus.REQUEST_TIMEOUT);
    }

    private static void end(ChannelHandlerContext on, HttpResponseStatus status) {
        DefaultFullHttpResponse answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status);
        answer.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0).set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        on.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
    }

    private static long unsentBytes(ChannelHandlerContext on) {
        ChannelOutboundBuffer buffer = on.channel().unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }
}
