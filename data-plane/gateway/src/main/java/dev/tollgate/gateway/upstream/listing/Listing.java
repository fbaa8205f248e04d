package dev.tollgate.gateway.upstream.listing;

import dev.tollgate.gateway.upstream.UpstreamReply;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking an upstream for a list.
 *
 * @param items what was listed until the end, or until it failed
 * @param failure absent if all was listed
 */
public record Listing(List<ListedItem> items, @Nullable Failure failure) {
    /**
     * @param stage how far the way to the list was gone
     * @param message one sentence that names no address and no secret
     */
    public record Failure(UpstreamReply.Stage stage, String message) {}
}
