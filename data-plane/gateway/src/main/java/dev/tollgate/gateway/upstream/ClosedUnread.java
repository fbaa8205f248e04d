package dev.tollgate.gateway.upstream;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.epoll.EpollTcpInfo;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Tells of a connection that the upstream closed whether it can have read the whole of what was sent on it last. A server
 * that closes an idle connection just as it is used again has not, and then the call may go once more; one that read the
 * call and fell silent may have acted on it, and then it may not.
 *
 * <p>The kernel knows: the upstream's FIN acknowledges what had arrived by then, and what arrives later is answered by a
 * reset. Where it cannot be asked (without Linux's epoll), or where closing sends bytes of its own (TLS), nothing is said.
 */
public final class ClosedUnread extends ChannelInboundHandlerAdapter {
    private static final AttributeKey<Boolean> HAPPENED = AttributeKey.valueOf(ClosedUnread.class, "happened");
    /** {@code TCP_CLOSE} of {@code net/tcp_states.h}: a reset came. */
    private static final int TCP_CLOSE = 7;

    private boolean reading = true;

    static void watch(HttpConnection connection) {
        if (!connection.isSsl() && channel(connection) instanceof EpollSocketChannel channel) {
            // Otherwise the socket is gone before it can be asked.
            channel.config().setAllowHalfClosure(true);
            channel.pipeline().addFirst(new ClosedUnread());
        }
    }

    /** Whether the upstream closed the connection before it can have read what was sent on it last. */
    public static boolean happened(HttpConnection connection) {
        return Boolean.TRUE.equals(channel(connection).attr(HAPPENED).get());
    }

    private static Channel channel(HttpConnection connection) {
        return ((ConnectionBase) connection).channel();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        // A reset without a FIN before it: the upstream may have read all, and then died.
        reading = false;
        context.fireExceptionCaught(cause);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            try {
                if (reading) {
                    note((EpollSocketChannel) context.channel());
                }
            } finally {
                context.close();
            }
        }
        context.fireUserEventTriggered(event);
    }

    private static void note(EpollSocketChannel channel) {
        EpollTcpInfo info = channel.tcpInfo();
        channel.attr(HAPPENED).set(info.unacked() > 0 || info.state() == TCP_CLOSE);
    }
}
