package dev.tollgate.gateway.offer;

import dev.tollgate.gateway.upstream.listing.ListedItem;
import dev.tollgate.model.config.ServerConfig;
import io.vertx.core.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The answers of several servers to one question, told together. Lives on one event loop. */
final class Gathering {
    private final List<ServerConfig> servers;
    private final List<KeptList> lists;
    private final Consumer<List<ServerOffers>> then;
    private final @Nullable List<ListedItem>[] news;
    private int open;
    private boolean told;

    /**
     * @param lists of the servers, in their order
     */
    @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of a generic type
    Gathering(List<ServerConfig> servers, List<KeptList> lists, Consumer<List<ServerOffers>> then) {
        this.servers = servers;
        this.lists = lists;
        this.then = then;
        this.news = new List[servers.size()];
        this.open = servers.size();
    }

    /** Asks all of them; it ends when all have answered, or the time is over. */
    void begin(Context context, long now, long millisMax) {
        for (int i = 0; i < lists.size(); i++) {
            int place = i;
            lists.get(i).ask(context, now, items -> take(place, items));
        }
        if (servers.isEmpty()) {
            end();
        } else if (!told) {
            context.owner().setTimer(millisMax, _ -> end());
        }
    }

    private void take(int place, @Nullable List<ListedItem> items) {
        news[place] = items;
        if (--open == 0) {
            end();
        }
    }

    private void end() {
        if (told) {
            return;
        }
        told = true;
        List<ServerOffers> offers = new ArrayList<>(servers.size());
        for (int i = 0; i < servers.size(); i++) {
            List<ListedItem> items = news[i] != null ? news[i] : lists.get(i).known();
            if (items != null) {
                offers.add(new ServerOffers(servers.get(i), items));
            }
        }
        then.accept(List.copyOf(offers));
    }
}
