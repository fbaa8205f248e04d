package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.offer.OfferBook;
import dev.tollgate.gateway.offer.ServerOffers;
import dev.tollgate.gateway.policy.OfferView;
import dev.tollgate.gateway.upstream.listing.ListKind;
import dev.tollgate.gateway.upstream.listing.ListedItem;
import dev.tollgate.model.access.Access;
import dev.tollgate.model.access.ToolNames;
import dev.tollgate.model.config.PrefixMode;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.ToolPattern;
import dev.tollgate.model.id.Slug;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the server that a prompt or resource is on. It guesses nothing: what several servers might have is asked of
 * their lists, and what is in none of them is not found. Asked on an event loop, where the answer is told.
 */
final class OfferFinder {
    private static final String SEPARATOR =
            ToolNames.canonical(new Slug("s"), "").substring(1);

    private final OfferBook book;

    OfferFinder(OfferBook book) {
        this.book = book;
    }

    /**
     * @param name under which the server knows it
     */
    record Found(ServerConfig server, String name, Access access) {}

    /** The name under which agents know a prompt. A collision of names cannot be foreseen, so only "never" goes without. */
    static String exposedName(ServerConfig server, String name) {
        return server.prefixMode() == PrefixMode.NEVER ? name : ToolNames.canonical(server.name(), name);
    }

    /**
     * A prompt by its name.
     *
     * @param undecided told instead of the other if a server that comes first does not say whether the prompt is its own:
     *     another's prompt of that name would be another one
     */
    void prompt(OfferView view, String exposedName, Consumer<Optional<Found>> then, Consumer<ServerConfig> undecided) {
        List<ServerConfig> servers = view.servers();
        Optional<Found> prefixed = prefixed(view, servers, exposedName);
        if (prefixed.isPresent()) {
            then.accept(prefixed);
            return;
        }
        List<Found> bare = servers.stream()
                .filter(server -> server.prefixMode() == PrefixMode.NEVER)
                .flatMap(server -> seen(server, exposedName, view.access(server, exposedName, exposedName)))
                .toList();
        if (bare.size() < 2) {
            then.accept(bare.stream().findFirst());
            return;
        }
        book.ask(bare.stream().map(Found::server).toList(), ListKind.PROMPTS, offers -> {
            for (Found candidate : bare) {
                Optional<ServerOffers> its = offers.stream()
                        .filter(each -> each.server() == candidate.server())
                        .findFirst();
                if (its.isEmpty()) {
                    undecided.accept(candidate.server());
                    return;
                }
                if (lists(its.get(), exposedName::equals)) {
                    then.accept(Optional.of(candidate));
                    return;
                }
            }
            then.accept(Optional.empty());
        });
    }

    private static boolean lists(ServerOffers offers, Predicate<String> isIt) {
        return offers.items().stream().map(ListedItem::name).anyMatch(isIt);
    }

    private static Optional<Found> prefixed(OfferView view, List<ServerConfig> servers, String exposedName) {
        int at = exposedName.indexOf(SEPARATOR);
        if (at < 0) {
            return Optional.empty();
        }
        String serverName = exposedName.substring(0, at);
        String name = exposedName.substring(at + SEPARATOR.length());
        return servers.stream()
                .filter(server -> server.name().value().equals(serverName))
                .flatMap(server -> seen(server, name, view.access(server, name, exposedName)))
                .findFirst();
    }

    /** A resource by its address. */
    void resource(OfferView view, String uri, Consumer<Optional<Found>> then) {
        only(resources(view, uri), ListKind.RESOURCES, uri::equals, found -> {
            if (found.isPresent()) {
                then.accept(found);
            } else {
                only(resources(view, uri), ListKind.TEMPLATES, template -> fits(template, uri), then);
            }
        });
    }

    /** A resource template, or a resource, by how it is listed. */
    void template(OfferView view, String uriTemplate, Consumer<Optional<Found>> then) {
        only(resources(view, uriTemplate), ListKind.TEMPLATES, uriTemplate::equals, found -> {
            if (found.isPresent()) {
                then.accept(found);
            } else {
                only(resources(view, uriTemplate), ListKind.RESOURCES, uriTemplate::equals, then);
            }
        });
    }

    private static List<Found> resources(OfferView view, String uri) {
        return view.servers().stream()
                .flatMap(server -> seen(server, uri, view.access(server, uri)))
                .toList();
    }

    private static Stream<Found> seen(ServerConfig server, String name, Access access) {
        return switch (access) {
            case Access.Hidden _ -> Stream.empty();
            case Access.Open _, Access.Conditional _ -> Stream.of(new Found(server, name, access));
        };
    }

    /** The first of the candidates that lists it. One alone need not: it knows best what it has. */
    private void only(List<Found> candidates, ListKind kind, Predicate<String> isIt, Consumer<Optional<Found>> then) {
        if (candidates.size() < 2) {
            then.accept(candidates.stream().findFirst());
            return;
        }
        book.ask(candidates.stream().map(Found::server).toList(), kind, offers -> {
            then.accept(offers.stream()
                    .filter(each -> lists(each, isIt))
                    .map(ServerOffers::server)
                    .flatMap(server -> candidates.stream().filter(found -> found.server() == server))
                    .findFirst());
        });
    }

    /** Whether a URI may come of a template (RFC 6570): its expressions may stand for anything. */
    static boolean fits(String template, String uri) {
        return ToolPattern.matches(template.replaceAll("\\{[^{}]*\\}", "*"), uri);
    }
}
