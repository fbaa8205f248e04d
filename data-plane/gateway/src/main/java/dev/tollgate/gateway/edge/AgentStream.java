package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.offer.OfferBook;
import dev.tollgate.gateway.person.Way;
import dev.tollgate.gateway.policy.OfferView;
import dev.tollgate.gateway.session.ClientSession;
import dev.tollgate.gateway.upstream.ChangeNotices;
import dev.tollgate.gateway.upstream.UpstreamPort;
import dev.tollgate.gateway.upstream.Wanted;
import dev.tollgate.gateway.upstream.listing.ListKind;
import dev.tollgate.model.config.PersonalAccess;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.id.ServerId;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One agent's stream for what happens outside its calls, and its ears at the servers that it sees. Lives on one event loop. */
final class AgentStream implements ServerEar.Hearer {
    /**
     * What servers say of one kind of list, or of one resource, is passed on at once; what they say of it within this time
     * after that is one word at its end. An agent may ask for a list anew at each word, so this bounds what a server that
     * talks without end makes agents do.
     */
    static final long WORDS_PAUSE_MILLIS = 1_000;

    private static final Logger LOG = Logger.getLogger(AgentStream.class);

    private final Context context = Vertx.currentContext();
    private final WishedTasks tasks;
    private Wishes wishes;
    private final StreamWords words;
    private final Reply reply;
    private final UpstreamPort upstream;
    private final OfferBook book;
    private final OfferFinder finder;
    private final PersonalWays ways;
    private final Map<ServerId, Way.Shut> shut = new HashMap<>();
    /** Versions of the connections that were there, also of those that are shut by now. */
    private final Map<ServerId, Long> open = new HashMap<>();

    private final Map<ServerId, ServerEar> ears = new HashMap<>();
    private final ChangeNotices<ListKind> lists;
    private final ChangeNotices<String> resources;
    private Caller caller;
    private long toolsSeen;
    private long connectionsSeen;
    private boolean over;

    AgentStream(
            Caller caller,
            Wishes wishes,
            WishedTasks tasks,
            StreamWords words,
            Reply reply,
            UpstreamPort upstream,
            OfferBook book,
            OfferFinder finder,
            PersonalWays ways,
            Runnable held) {
        this.caller = caller;
        this.wishes = wishes;
        this.tasks = tasks;
        this.words = words;
        this.reply = reply;
        this.upstream = upstream;
        this.book = book;
        this.finder = finder;
        this.ways = ways;
        this.connectionsSeen = ways.changes(caller);
        this.toolsSeen = tools(caller);
        this.lists = new ChangeNotices<>(AgentStream::pause, this::say, held);
        this.resources = new ChangeNotices<>(AgentStream::pause, this::sayUpdated, held);
    }

    private static long tools(Caller caller) {
        return caller.view().list(caller.filter()).fingerprint();
    }

    private static void pause(Runnable next) {
        Vertx.currentContext().owner().setTimer(WORDS_PAUSE_MILLIS, _ -> next.run());
    }

    Context context() {
        return context;
    }

    Caller caller() {
        return caller;
    }

    /** The legacy session that it belongs to; null if it was opened by {@code subscriptions/listen}. */
    @Nullable
    ClientSession session() {
        return words.isLegacy() ? caller.session() : null;
    }

    /** From now on these resources' changes are told. */
    void subscribe(Set<String> uris) {
        if (!uris.equals(wishes.resourceUris())) {
            wishes = wishes.with(uris);
            listen();
        }
    }

    boolean isOver() {
        return over;
    }

    /**
     * Begins to listen.
     *
     * @param subscribed resources whose changes are told, beside those that were wished for at once
     * @param missed whether something may have been missed before; then all may have changed
     */
    void begin(Set<String> subscribed, boolean missed) {
        if (!subscribed.isEmpty()) {
            wishes = wishes.with(subscribed);
        }
        listen();
        if (missed) {
            lists.heard(ListKind.TOOLS);
            lists.heard(ListKind.PROMPTS);
            lists.heard(ListKind.RESOURCES);
            wishes.resourceUris().forEach(resources::heard);
        }
    }

    /** The tenant's configuration, or the key, is another now. */
    void changed(Caller now) {
        caller = now;
        long tools = tools(now);
        if (wishes.tools() && tools != toolsSeen) {
            say(ListKind.TOOLS);
        }
        toolsSeen = tools;
        listen();
    }

    /** Follows the person's connections, if anybody's have changed. */
    void follow() {
        long now = ways.changes(caller);
        if (now != connectionsSeen) {
            connectionsSeen = now;
            listen();
        }
    }

    private void listen() {
        OfferView view = ways.offers(caller);
        completeConnections(view);
        Set<ServerId> offerTools = wishes.tools() ? caller.view().servers(caller.filter()) : Set.of();
        Set<ServerId> seen = new HashSet<>();
        for (ServerConfig server : view.reached()) {
            seen.add(server.id());
            ears.computeIfAbsent(server.id(), _ -> new ServerEar(upstream, this))
                    .keep(wishes.resourceUris())
                    .about(tasks.at(server.id(), caller))
                    .listen(
                            server,
                            new Wanted(
                                    offerTools.contains(server.id()), wishes.prompts(), wishes.resources(), Set.of()));
        }
        ears.entrySet().removeIf(ear -> {
            boolean gone = !seen.contains(ear.getKey());
            if (gone) {
                ear.getValue().close();
            }
            return gone;
        });
        for (String uri : wishes.resourceUris()) {
            finder.resource(
                    view,
                    uri,
                    found -> found.map(OfferFinder.Found::server)
                            .map(server -> ears.get(server.id()))
                            .ifPresent(ear -> ear.add(uri)));
        }
    }

    /** Tells a session's client what its person has done of what it may have been asked to send them for. */
    private void completeConnections(OfferView view) {
        ClientSession session = session();
        if (session == null || !session.abilities().elicitationUrl()) {
            return;
        }
        for (ServerConfig server : view.servers()) {
            PersonalAccess.By by = server.by();
            if (by != null) {
                Way.Shut wasShut = shut.remove(server.id());
                if (wasShut != null) {
                    complete(session, server, wasShut.serial());
                }
                Long wasOpen = open.put(server.id(), by.version());
                if (wasOpen != null && wasOpen != by.version()) {
                    complete(session, server, wasOpen);
                }
            } else if (server.asksEachPerson() && ways.way(caller, server) instanceof Way.Shut now) {
                shut.put(server.id(), now);
            }
        }
    }

    private void complete(ClientSession session, ServerConfig server, long connection) {
        if (!over) {
            reply.request(words.elicitationComplete(PersonalWays.id(session, caller, server, connection)), "");
        }
    }

    /**
     * What an upstream says is passed on before anybody has looked: it is a hint, and whether the agent's own list of tools
     * is another the configuration says later, and so does this stream.
     */
    @Override
    public void listChanged(ServerConfig server, ListKind kind) {
        switch (kind) {
            case TOOLS -> {
                // What the agent lists is what was approved; there is nothing of the server's own to forget.
            }
            case PROMPTS, TEMPLATES -> book.changed(server, kind);
            case RESOURCES -> {
                book.changed(server, kind);
                // There is no word of their own for them.
                book.changed(server, ListKind.TEMPLATES);
            }
        }
        lists.heard(kind);
    }

    @Override
    public void resourceUpdated(String uri) {
        if (wishes.resourceUris().contains(uri)) {
            resources.heard(uri);
        }
    }

    private void sayUpdated(String uri) {
        if (!over && wishes.resourceUris().contains(uri)) {
            reply.request(words.resourceUpdated(uri), "");
        }
    }

    @Override
    public void taskChanged(ServerConfig server, RpcMessage notification) {
        try {
            byte[] told = over ? null : tasks.told(server.id(), caller, notification);
            if (told != null) {
                reply.request(words.taskChanged(told), "");
            }
        } catch (MalformedJson e) {
            LOG.trace("a task that cannot be read is left out", e);
        }
    }

    private void say(ListKind kind) {
        boolean wished = switch (kind) {
            case TOOLS -> wishes.tools();
            case PROMPTS -> wishes.prompts();
            case RESOURCES, TEMPLATES -> wishes.resources();
        };
        if (wished && !over) {
            reply.request(words.listChanged(kind), "");
        }
    }

    /** Tells the agent that there will be no more. */
    void end() {
        if (!over) {
            close();
            reply.answer(words.end());
        }
    }

    /** Lets go of the servers. */
    void close() {
        over = true;
        ears.values().forEach(ServerEar::close);
        ears.clear();
    }
}
