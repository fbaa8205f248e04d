package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.policy.Serving;
import io.vertx.core.Vertx;

/** The ways to open a stream: {@code subscriptions/listen}, and GET within a legacy session. */
final class Listens {
    private static final long FULL_RETRY_MILLIS = 5_000;

    private final AgentStreams streams;
    private final ListAnswers lists;
    private final TaskPlaces places;
    private final Serving serving;

    Listens(AgentStreams streams, ListAnswers lists, TaskPlaces places, Serving serving) {
        this.places = places;
        this.streams = streams;
        this.lists = lists;
        this.serving = serving;
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
            streams.open(asked.caller(), granted, tasks, words, asked.reply());
        } else {
            asked.reply()
                    .answer(Faults.of(
                            asked.message(),
                            asked.era(),
                            Fault.NOT_ACCEPTABLE,
                            "subscriptions/listen is answered by a stream: Accept must name text/event-stream."));
        }
    }

    /** GET: all that a legacy client hears outside its calls. */
    void get(Caller caller, HttpReply reply) {
        Serving.NotServed refusal = serving.refusal(caller.snapshot(), caller.startedAt());
        String full = streams.refusal(caller.key().id());
        if (caller.presented() == null) {
            reply.response().putHeader(Headers.ALLOW, "POST");
            reply.answer(Faults.http(
                    Fault.METHOD_NOT_ALLOWED, "Only a session has a stream to listen on: initialize, or use POST."));
        } else if (caller.isOfNoSession()) {
            reply.answer(Faults.http(Fault.NO_SUCH_SESSION, "This session is over, or never was: initialize again."));
        } else if (refusal != null) {
            reply.answer(Faults.http(Fault.NOT_SERVED, refusal.words()).retryAfterMillis(refusal.retryAfterMillis()));
        } else if (full != null) {
            reply.answer(Faults.http(Fault.NOT_SERVED, full).retryAfterMillis(FULL_RETRY_MILLIS));
        } else if (reply.open()) {
            streams.open(caller, Wishes.ALL_LISTS, WishedTasks.NONE, StreamWords.legacy(), reply);
        } else {
            reply.answer(
                    Faults.http(Fault.NOT_ACCEPTABLE, "A stream is answered: Accept must name text/event-stream."));
        }
    }
}
