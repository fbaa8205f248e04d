package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.edge.stream.EventName;
import dev.tollgate.gateway.edge.stream.StreamNames;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.policy.Serving;
import dev.tollgate.gateway.session.ClientSession;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/** The ways to open a stream: {@code subscriptions/listen}, and GET within a legacy session. */
final class Listens {
    private static final long FULL_RETRY_MILLIS = 5_000;

    private final AgentStreams streams;
    private final ListAnswers lists;
    private final TaskPlaces places;
    private final Serving serving;
    private final StreamNames names;
    private final Resumptions resumptions;

    Listens(
            AgentStreams streams,
            ListAnswers lists,
            TaskPlaces places,
            Serving serving,
            StreamNames names,
            Resumptions resumptions) {
        this.places = places;
        this.streams = streams;
        this.lists = lists;
        this.serving = serving;
        this.names = names;
        this.resumptions = resumptions;
    }

    void start(Vertx vertx) {
        streams.start(vertx);
    }

    /** Takes the request if its method is {@code subscriptions/listen}. */
    boolean take(Asked asked) throws MalformedJson {
        boolean takes = asked.method().equals("subscriptions/listen");
        if (takes) {
            listen(asked);
        }
        return takes;
    }

    private void listen(Asked asked) throws MalformedJson {
        Wishes wishes = Wishes.of(asked.message());
        if (wishes == null) {
            asked.reply()
                    .answer(Faults.of(
                            asked.message(),
                            asked.era(),
                            Fault.INVALID_PARAMS,
                            "subscriptions/listen needs params.notifications: an object with toolsListChanged,"
                                    + " promptsListChanged, resourcesListChanged, resourceSubscriptions, an array of"
                                    + " at most " + Wishes.URIS_MAX + " URIs, or taskIds, one of at most "
                                    + WishedTasks.IDS_MAX + " tasks."));
            return;
        }
        if (!wishes.taskIds().isEmpty() && !asked.abilities().tasks()) {
            asked.reply().answer(TaskCalls.lacksTasks(asked, "Tasks are for clients that declare the extension."));
            return;
        }
        if (!lists.serves(asked)) {
            return;
        }
        String full = streams.refusal(asked.caller().key().id());
        if (full != null) {
            asked.reply()
                    .answer(Faults.of(asked.message(), asked.era(), Fault.NOT_NOW, full)
                            .retryAfterMillis(FULL_RETRY_MILLIS));
            return;
        }
        WishedTasks tasks = WishedTasks.of(wishes.taskIds(), asked.caller(), places);
        Wishes granted = wishes.about(tasks.byId().keySet());
        StreamWords words = StreamWords.modern(asked.message());
        if (asked.reply().request(words.acknowledged(granted), "")) {
            streams.open(asked.caller(), granted, tasks, words, asked.reply(), false);
        } else {
            asked.reply()
                    .answer(Faults.of(
                            asked.message(),
                            asked.era(),
                            Fault.NOT_ACCEPTABLE,
                            "subscriptions/listen is answered by a stream: Accept must name text/event-stream."));
        }
    }

    /** GET: all that a legacy client hears outside its calls, or a stream of its session that it lost. */
    void get(Caller caller, HttpReply reply) {
        Serving.NotServed refusal = serving.refusal(caller.snapshot(), caller.startedAt());
        ClientSession session = caller.session();
        if (caller.presented() == null) {
            reply.response().putHeader(Headers.ALLOW, "POST");
            reply.answer(Faults.http(
                    Fault.METHOD_NOT_ALLOWED, "Only a session has a stream to listen on: initialize, or use POST."));
        } else if (session == null) {
            reply.answer(Faults.http(Fault.NO_SUCH_SESSION, "This session is over, or never was: initialize again."));
        } else if (refusal != null) {
            reply.answer(Faults.http(Fault.NOT_SERVED, refusal.words()).retryAfterMillis(refusal.retryAfterMillis()));
        } else if (!reply.hearsStreams()) {
            reply.answer(
                    Faults.http(Fault.NOT_ACCEPTABLE, "A stream is answered: Accept must name text/event-stream."));
        } else {
            get(caller, session, caller.headers().get(Headers.LAST_EVENT_ID), reply);
        }
    }

    private void get(Caller caller, ClientSession session, @Nullable String lastEventId, HttpReply reply) {
        if (lastEventId == null) {
            listen(caller, session, reply, false);
            return;
        }
        EventName last = names.open(lastEventId, caller.key(), session);
        if (last == null) {
            reply.answer(Faults.http(
                    Fault.NO_SUCH_EVENT,
                    "This Last-Event-ID is none of this session: GET without one begins another stream."));
            return;
        }
        switch (last.stream()) {
            case EventName.OfCall stream -> resumptions.resume(caller, stream, last, reply);
            // Nothing is kept of it: all that it could have said may have happened.
            case EventName.OfSession _ -> listen(caller, session, reply, true);
        }
    }

    private void listen(Caller caller, ClientSession session, HttpReply reply, boolean missed) {
        String full = streams.refusal(caller.key().id());
        if (full != null) {
            reply.answer(Faults.http(Fault.NOT_SERVED, full).retryAfterMillis(FULL_RETRY_MILLIS));
        } else if (reply.open(names.ofSession(caller.key(), session))) {
            streams.open(caller, Wishes.ALL_LISTS, WishedTasks.NONE, StreamWords.legacy(), reply, missed);
        }
    }
}
