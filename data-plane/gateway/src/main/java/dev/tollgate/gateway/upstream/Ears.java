package dev.tollgate.gateway.upstream;

import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.Members;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.json.Span;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * All that listen to one upstream, what they want together, and who hears what. Safe from any thread; each ear hears on its
 * own context.
 */
public final class Ears {
    /** Of one upstream. */
    public static final int EARS_MAX = 10_000;

    private static final String RECONFIGURED = "is configured otherwise now";
    private static final String PROMPTS_CHANGED = "notifications/prompts/list_changed";
    private static final String RESOURCES_CHANGED = "notifications/resources/list_changed";
    private static final String RESOURCE_UPDATED = "notifications/resources/updated";
    private static final Members.Wanted URI = Members.Wanted.of("uri");
    private static final Members.Wanted TASK_ID = Members.Wanted.of("taskId");
    private static final Logger log = Logger.getLogger(Ears.class);

    /** Sees to it that what is wanted can be heard. */
    public interface Source {
        /** To be told after each change, on any thread; {@link #union()} says what is wanted now. */
        void wantedChanged();
    }

    private final Source source;
    private final List<One> ears = new CopyOnWriteArrayList<>();
    private boolean closed;

    public Ears(Source source) {
        this.source = source;
    }

    private final class One implements Ear {
        private final Context context;
        private final Heard heard;
        private volatile Wanted wanted = Wanted.NOTHING;
        /** Whether it has been told that what it wants is listened to. */
        private volatile boolean told;

        private volatile boolean gone;

        private One(Context context, Heard heard) {
            this.context = context;
            this.heard = heard;
        }

        @Override
        public void want(Wanted other) {
            synchronized (Ears.this) {
                if (fits(other)) {
                    told = false;
                    wanted = other;
                } else {
                    tell(to -> to.lost("has as many resources or tasks listened to as it may", 0));
                }
            }
            source.wantedChanged();
        }

        @Override
        public void close() {
            gone = true;
            if (ears.remove(this)) {
                source.wantedChanged();
            }
        }

        private void tell(Consumer<Heard> word) {
            context.runOnContext(nothing -> {
                if (!gone) {
                    word.accept(heard);
                }
            });
        }
    }

    /** One more that listens, on this context. */
    public Ear add(Context context, Wanted wanted, Heard heard) {
        One one = new One(context, heard);
        synchronized (this) {
            if (closed) {
                return nowhere(context, heard, RECONFIGURED);
            }
            if (ears.size() >= EARS_MAX) {
                return nowhere(context, heard, "has as many listeners as it may");
            }
            ears.add(one);
        }
        one.want(wanted);
        return one;
    }

    /** An ear that hears nothing but why. */
    public static Ear nowhere(Context context, Heard heard, String why) {
        context.runOnContext(nothing -> heard.lost(why, 0));
        return new Ear() {
            @Override
            public void want(Wanted wanted) {}

            @Override
            public void close() {}
        };
    }

    private boolean fits(Wanted added) {
        Wanted now = union();
        return together(now.resourceUris(), added.resourceUris()).size() <= Wanted.RESOURCE_URIS_MAX
                && together(now.taskIds(), added.taskIds()).size() <= Wanted.TASK_IDS_MAX;
    }

    private static Set<String> together(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    public boolean isEmpty() {
        return ears.isEmpty();
    }

    /** What all want together. */
    public Wanted union() {
        boolean tools = false;
        boolean prompts = false;
        boolean resources = false;
        Set<String> uris = new HashSet<>();
        Set<String> tasks = new HashSet<>();
        for (One ear : ears) {
            Wanted wanted = ear.wanted;
            tools |= wanted.toolsChanged();
            prompts |= wanted.promptsChanged();
            resources |= wanted.resourcesChanged();
            uris.addAll(wanted.resourceUris());
            tasks.addAll(wanted.taskIds());
        }
        return new Wanted(tools, prompts, resources, uris, tasks);
    }

    /** The upstream says something; those hear it who want it. */
    public void notification(String method, RpcMessage message) {
        String what = switch (method) {
            case RESOURCE_UPDATED -> named(message, URI);
            case IncomingMessage.TASK_CHANGED -> named(message, TASK_ID);
            default -> null;
        };
        Buffer whole = Buffer.buffer(message.bytes());
        for (One ear : ears) {
            if (wants(ear.wanted, method, what)) {
                ear.tell(to -> to.notification(method, whole));
            }
        }
    }

    /** Whether this is said to whoever listens, even if it comes with a call. */
    static boolean isOutsideCalls(String method) {
        return switch (method) {
            case IncomingMessage.TOOLS_CHANGED, PROMPTS_CHANGED, RESOURCES_CHANGED, RESOURCE_UPDATED -> true;
            default -> false;
        };
    }

    private static boolean wants(Wanted wanted, String method, @Nullable String what) {
        return switch (method) {
            case IncomingMessage.TOOLS_CHANGED -> wanted.toolsChanged();
            case PROMPTS_CHANGED -> wanted.promptsChanged();
            case RESOURCES_CHANGED -> wanted.resourcesChanged();
            case RESOURCE_UPDATED -> what != null && covers(wanted.resourceUris(), what);
            case IncomingMessage.TASK_CHANGED ->
                what != null && wanted.taskIds().contains(what);
            case IncomingMessage.LOG -> true;
            default -> false;
        };
    }

    /** An upstream may name a part of the resource that was asked for (MCP, "Resources", Subscriptions). */
    private static boolean covers(Set<String> wanted, String uri) {
        return wanted.contains(uri)
                || wanted.stream().anyMatch(one -> uri.startsWith(one.endsWith("/") ? one : one + "/"));
    }

    private static @Nullable String named(RpcMessage message, Members.Wanted member) {
        Span params = message.params();
        try {
            return params == null || !message.isObject(params)
                    ? null
                    : message.string(
                            Members.read(message.bytes(), params, member).get(0));
        } catch (MalformedJson e) {
            log.trace("an update that names nothing is left out", e);
            return null;
        }
    }

    public void lost(String why, long retryInMillis) {
        for (One ear : ears) {
            ear.told = false;
            ear.tell(to -> to.lost(why, retryInMillis));
        }
    }

    /** What all want is listened to; told to those who do not know it yet. */
    public void listening() {
        for (One ear : ears) {
            if (!ear.told) {
                ear.told = true;
                ear.tell(Heard::listening);
            }
        }
    }

    /** Nobody listens here any more: the upstream is configured otherwise now, or not at all. */
    public void close() {
        synchronized (this) {
            closed = true;
        }
        for (One ear : ears) {
            ear.context.runOnContext(nothing -> {
                if (ears.remove(ear) && !ear.gone) {
                    ear.gone = true;
                    ear.heard.lost(RECONFIGURED, 0);
                }
            });
        }
    }
}
