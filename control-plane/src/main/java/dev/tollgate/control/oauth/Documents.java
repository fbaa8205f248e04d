package dev.tollgate.control.oauth;

import dev.tollgate.control.outgoing.Fetch;
import dev.tollgate.control.outgoing.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Reads what servers and providers publish of themselves. */
final class Documents {
    static final int BODY_BYTES_MAX = 128 * 1024;
    static final Duration WAIT_MAX = Duration.ofSeconds(10);
    static final Fetch.Wanted JSON = new Fetch.Wanted("application/json", BODY_BYTES_MAX, WAIT_MAX);

    private final Fetch fetch;

    Documents(Fetch fetch) {
        this.fetch = fetch;
    }

    /**
     * @return empty if there is none, which is what a status of 4xx says; then the next place is looked at
     * @throws IllegalArgumentException if that cannot be told, or what is there is no JSON object
     */
    Optional<Document> find(URI address) {
        Reply reply = fetch.askSecurely(address, JSON);
        if (reply.status() == 200) {
            return Optional.of(Document.of(reply.body()));
        }
        if (reply.status() >= 400 && reply.status() < 500) {
            return Optional.empty();
        }
        throw new IllegalArgumentException("answers with status " + reply.status() + " where its metadata should be");
    }
}
