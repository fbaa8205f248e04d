package dev.tollgate.control.oauth;

import dev.tollgate.control.outgoing.Fetch;
import dev.tollgate.control.outgoing.Post;
import dev.tollgate.control.outgoing.Reply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what a server publishes of whom it trusts (RFC 9728), in the places and the order that MCP has of them. */
final class ResourceDiscovery {
    private static final String NAME = "oauth-protected-resource";

    /** Servers let {@code initialize} through, some of them; a list they guard. Revisions without sessions take it as it is. */
    private static final Post QUESTION = new Post(
            "application/json",
            Map.of("MCP-Protocol-Version", "2025-06-18"),
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{}}".getBytes(StandardCharsets.UTF_8));

    private static final int ANSWER_BYTES_MAX = 4 * 1024 * 1024;
    private static final Fetch.Wanted ANSWER =
            new Fetch.Wanted("application/json, text/event-stream", ANSWER_BYTES_MAX, Documents.WAIT_MAX);

    private final Fetch fetch;
    private final Documents documents;

    ResourceDiscovery(Fetch fetch) {
        this.fetch = fetch;
        this.documents = new Documents(fetch);
    }

    /** What a server answers to a request without credentials. */
    Reply ask(URI server) {
        return fetch.postSecurely(server, QUESTION, ANSWER);
    }

    /** What is published where the challenge says, or where it stands if the challenge does not. */
    Optional<Protected> find(URI server, Challenge challenge) {
        @Nullable URI named = challenge.resourceMetadata();
        if (named != null) {
            Document document = documents
                    .find(named)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "publishes nothing at the address that it names for its OAuth metadata"));
            return Optional.of(read(document, identifiers(server, named), challenge));
        }
        Set<URI> places = new LinkedHashSet<>();
        places.add(WellKnown.inserted(server, NAME));
        places.add(WellKnown.atRoot(server, NAME));
        for (URI place : places) {
            Optional<Document> document = documents.find(place);
            if (document.isPresent()) {
                return Optional.of(read(document.get(), identifiers(server, place), challenge));
            }
        }
        return Optional.empty();
    }

    /** What a server without such a document is (MCP 2025-03-26): its own provider. */
    static Protected withoutDocument(URI server, Challenge challenge) {
        return new Protected(null, List.of(URI.create(WellKnown.origin(server))), challenge.scopes());
    }

    /**
     * What the document may say that it is about (RFC 9728, 3.3): the very address that is called, or of the document at the
     * root, the root. Any other would be tokens for somebody else.
     */
    private static Set<String> identifiers(URI server, URI place) {
        String origin = WellKnown.origin(server);
        return place.equals(WellKnown.atRoot(server, NAME))
                ? Set.of(server.toString(), origin, origin + "/")
                : Set.of(server.toString());
    }

    private static Protected read(Document document, Set<String> identifiers, Challenge challenge) {
        @Nullable URI resource = document.address("resource");
        if (resource == null || !identifiers.contains(resource.toString())) {
            throw new IllegalArgumentException("publishes OAuth metadata for another address than its own");
        }
        List<URI> issuers = new ArrayList<>();
        for (String issuer : orNone(document.texts("authorization_servers"))) {
            issuers.add(URI.create(issuer));
        }
        List<String> scopes = challenge.scopes().isEmpty()
                ? List.copyOf(orNone(document.texts("scopes_supported")))
                : challenge.scopes();
        return new Protected(resource, issuers, scopes);
    }

    private static Set<String> orNone(@Nullable Set<String> texts) {
        return texts == null ? Set.of() : texts;
    }
}
