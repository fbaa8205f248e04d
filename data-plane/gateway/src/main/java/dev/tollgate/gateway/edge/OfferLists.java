package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.JsonBytes;
import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.offer.OfferBook;
import dev.tollgate.gateway.offer.ServerOffers;
import dev.tollgate.gateway.policy.ListCursor;
import dev.tollgate.gateway.policy.OfferView;
import dev.tollgate.gateway.upstream.listing.ListKind;
import dev.tollgate.gateway.upstream.listing.ListedItem;
import dev.tollgate.model.access.Access;
import dev.tollgate.model.config.ServerConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code prompts/list}, {@code resources/list} and {@code resources/templates/list}: what the key sees of what its
 * servers offer now, server by server in the order of their names.
 */
final class OfferLists {
    /** Items on one page. */
    static final int PAGE_ITEMS_MAX = 1_000;

    private final OfferBook book;
    private final PersonalWays ways;
    private final ListAnswers answers;

    OfferLists(OfferBook book, PersonalWays ways, ListAnswers answers) {
        this.book = book;
        this.ways = ways;
        this.answers = answers;
    }

    /**
     * @param place by which the list is ordered, unique in it
     * @param json under the name that agents know it by
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Item(String place, byte[] json) {}

    void list(Asked asked, ListKind kind) throws MalformedJson {
        if (!answers.serves(asked)) {
            return;
        }
        String cursor = answers.cursor(asked);
        String last = cursor == null ? "" : ListCursor.last(cursor);
        if (last == null) {
            answers.badCursor(asked);
            return;
        }
        OfferView view = ways.offers(asked.caller());
        book.ask(view.reached(), kind, offers -> answer(asked, kind, last, visible(view, kind, offers)));
    }

    private void answer(Asked asked, ListKind kind, String last, List<Item> items) {
        JsonBytes array = new JsonBytes(1024).append('[');
        int count = 0;
        @Nullable String next = null;
        for (Item item : items) {
            if (item.place.compareTo(last) <= 0) {
                continue;
            }
            if (count == PAGE_ITEMS_MAX) {
                next = ListCursor.after(items.get(items.indexOf(item) - 1).place);
                break;
            }
            if (count++ > 0) {
                array.append(',');
            }
            array.append(item.json);
        }
        answers.answer(asked, kind.member(), array.append(']').toBytes(), next);
    }

    private static List<Item> visible(OfferView view, ListKind kind, List<ServerOffers> offers) {
        List<Item> items = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (ServerOffers each : offers) {
            for (ListedItem item : each.items()) {
                String exposed = exposed(kind, each.server(), item);
                // Of two of one name the first server's counts: an agent could not ask for the other.
                if (!(access(view, kind, each.server(), item, exposed) instanceof Access.Hidden)
                        && taken.add(exposed)) {
                    String place = each.server().name() + " " + item.name();
                    items.add(new Item(place, exposed.equals(item.name()) ? item.json() : item.named(exposed)));
                }
            }
        }
        items.sort(Comparator.comparing(Item::place));
        return items;
    }

    private static String exposed(ListKind kind, ServerConfig server, ListedItem item) {
        return kind == ListKind.PROMPTS ? OfferFinder.exposedName(server, item.name()) : item.name();
    }

    private static Access access(OfferView view, ListKind kind, ServerConfig server, ListedItem item, String exposed) {
        return kind == ListKind.PROMPTS ? view.access(server, item.name(), exposed) : view.access(server, item.name());
    }
}
