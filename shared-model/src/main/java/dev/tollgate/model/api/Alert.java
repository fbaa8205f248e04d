package dev.tollgate.model.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Something that people of a tenant should know of now. */
public record Alert(UUID id, Kind kind, String title, String text, Instant raisedAt, List<AlertDelivery> deliveries) {
    public Alert {
        deliveries = List.copyOf(deliveries);
    }

    /** What it is about. */
    public enum Kind {
        /** Somebody tries a channel. */
        TEST("test"),
        /** So much of a limit is used as people wanted to be told of. */
        LIMIT("limit.threshold"),
        /** Calls to a server fail until its credential is seen to. */
        CREDENTIAL("credential.attention");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** What a webhook's message calls it. */
        public String text() {
            return text;
        }
    }
}
