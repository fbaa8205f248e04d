package dev.tollgate.control.alert;

import dev.tollgate.control.outgoing.Fetch;
import dev.tollgate.control.outgoing.Post;
import dev.tollgate.control.outgoing.Reply;
import dev.tollgate.control.persistence.Times;
import dev.tollgate.control.seal.MasterSeal;
import dev.tollgate.model.wire.WireJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Posts alerts to tenants' webhooks as Standard Webhooks has it. */
@ApplicationScoped
class Webhooks {
    private static final Fetch.Wanted ANSWER = new Fetch.Wanted("*/*", 64 * 1024, Duration.ofSeconds(10));
    private static final int GONE = 410;

    private final Fetch fetch;
    private final MasterSeal master;

    Webhooks(Fetch fetch, MasterSeal master) {
        this.fetch = fetch;
        this.master = master;
    }

    /** The body, as JSON. */
    private record Body(String type, Instant timestamp, Data data) {}

    private record Data(UUID alert, String title, String text) {}

    Sent send(Message message) {
        byte[] body = WireJson.encode(new Body(
                message.kind().text(), message.raisedAt(), new Data(message.alert(), message.title(), message.text())));
        byte[] secret = master.open(message.sealed(), message.bound());
        try {
            Reply reply = fetch.postSecurely(
                    Objects.requireNonNull(message.url(), "a webhook has an address"),
                    new Post(
                            "application/json",
                            Signature.headers(secret, message.id().toString(), Times.now(), body),
                            body),
                    ANSWER);
            return of(reply.status());
        } catch (IllegalArgumentException e) {
            return new Sent.Failed("The address " + e.getMessage(), false);
        }
    }

    private static Sent of(int status) {
        if (status >= 200 && status < 300) {
            return new Sent.Arrived();
        }
        return status == GONE
                ? new Sent.Failed("The receiver answered 410: it wants nothing any more.", true)
                : new Sent.Failed("The receiver answered with status " + status + ".", false);
    }
}
