package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.gateway.identity.AccessToken;
import dev.tollgate.gateway.meter.Attempt;
import dev.tollgate.gateway.meter.ParentCall;
import dev.tollgate.gateway.policy.KeyView;
import dev.tollgate.gateway.policy.OfferView;
import dev.tollgate.gateway.session.ClientSession;
import dev.tollgate.model.access.RequestFilter;
import dev.tollgate.model.config.PersonConfig;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.id.Slug;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request, and what its headers say: the same for every message in it.
 *
 * @param token with which a person signed in; absent where a key was presented
 * @param presented the session that its header names; absent without such a header
 * @param group the tool group that the request is for; absent if it is for all that the key sees
 * @param startedNanos {@link System#nanoTime()} when its first byte was seen
 * @param parent the call whose script makes another; absent of what an agent sent itself
 */
record Caller(
        TenantSnapshot snapshot,
        VirtualKeyConfig key,
        @Nullable AccessToken token,
        RequestFilter filter,
        @Nullable Presented presented,
        @Nullable Slug group,
        MultiMap headers,
        Source source,
        Instant startedAt,
        long startedNanos,
        @Nullable ParentCall parent) {
    /** Of an attempt whose method could not be read, because its key or body was refused first. */
    static final String UNREAD_METHOD = "POST /mcp";

    /**
     * @param session absent if there is no such session of this key
     */
    record Presented(@Nullable ClientSession session) {}

    /** The same at a later revision. */
    Caller at(TenantSnapshot later, VirtualKeyConfig laterKey) {
        return new Caller(
                later, laterKey, token, filter, presented, group, headers, source, startedAt, startedNanos, parent);
    }

    /** The same for a call that a script makes now. */
    Caller within(ParentCall script, TenantSnapshot now, VirtualKeyConfig keyNow, Instant at) {
        return new Caller(now, keyNow, token, filter, presented, group, headers, source, at, System.nanoTime(), script);
    }

    /** The person on whose behalf it is, as the issuer knows them; null if it is nobody's. */
    @Nullable
    UUID person() {
        PersonConfig person = token == null
                ? snapshot.signIns().person(key.owner())
                : snapshot.signIns().person(token.person());
        try {
            return person == null || !person.enabled() ? null : UUID.fromString(person.id());
        } catch (IllegalArgumentException e) {
            // An issuer that calls people otherwise gives them no connections.
            return null;
        }
    }

    /** Who calls for the person: the OAuth client, or the key. */
    String client() {
        return token == null ? key.id().toString() : token.client();
    }

    /** The session that the request is part of, if it is. */
    @Nullable
    ClientSession session() {
        return presented == null ? null : presented.session;
    }

    /** Whether it names a session that is none. */
    boolean isOfNoSession() {
        return presented != null && presented.session == null;
    }

    KeyView view() {
        return group == null ? KeyView.of(snapshot, key) : KeyView.of(snapshot, key, group);
    }

    /** What it may see besides tools. */
    OfferView offers() {
        return OfferView.of(snapshot, key, group, filter);
    }

    Attempt unread(long requestBytes) {
        return unread(UNREAD_METHOD, requestBytes);
    }

    Attempt unread(String method, long requestBytes) {
        return attempt(method, userAgent(), null, null, null, requestBytes);
    }

    /** An attempt of the modern era, which says in its {@code _meta} who it is. */
    Attempt modern(String method, ModernMeta meta, @Nullable Traceparent trace, long requestBytes) {
        String name = meta.clientName() != null ? meta.clientName() : userAgent();
        return attempt(method, name, meta.clientVersion(), meta.revision(), trace, requestBytes);
    }

    /** An attempt of the legacy era. Without a session the client's name is what its HTTP library says. */
    Attempt legacy(String method, @Nullable Traceparent trace, long requestBytes) {
        String revision = headers.get(Headers.PROTOCOL_VERSION);
        ClientSession session = session();
        return session == null || session.clientName().isEmpty()
                ? attempt(method, userAgent(), null, revision, trace, requestBytes)
                : attempt(
                        method,
                        session.clientName(),
                        session.clientVersion(),
                        revision == null ? session.revision() : revision,
                        trace,
                        requestBytes);
    }

    private Attempt attempt(
            String method,
            @Nullable String agentName,
            @Nullable String agentVersion,
            @Nullable String revision,
            @Nullable Traceparent trace,
            long requestBytes) {
        // What a client says of itself counts for nothing where its authorization server says who it is.
        String name = token == null ? agentName : token.client();
        String version = token == null ? agentVersion : null;
        String request = headers.get(Headers.PARENT_REQUEST);
        boolean counts = snapshot.countsTokens();
        return new Attempt(
                CallIds.next(startedAt.toEpochMilli()),
                startedAt,
                startedNanos,
                snapshot,
                key,
                method,
                bounded(name),
                bounded(version),
                bounded(revision),
                trace == null ? null : trace.traceId(),
                bounded(request),
                request != null || counts ? TokenHeaders.parentUsage(headers) : null,
                counts ? bounded(TokenHeaders.model(headers)) : null,
                requestBytes,
                parent);
    }

    private @Nullable String userAgent() {
        return headers.get(HttpHeaders.USER_AGENT);
    }

    private static @Nullable String bounded(@Nullable String text) {
        return text == null || text.length() <= Bounds.HEADER_TEXT_CHARS_MAX
                ? text
                : text.substring(0, Bounds.HEADER_TEXT_CHARS_MAX);
    }
}
