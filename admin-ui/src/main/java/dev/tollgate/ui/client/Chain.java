package dev.tollgate.ui.client;

import dev.tollgate.model.api.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A subject and what it stands under, from itself upwards.
 *
 * @param links at least the subject itself
 */
public record Chain(List<Subject> links) {
    /** A user stands under a team, a customer and a tier; nothing is longer. */
    private static final int LINKS_MAX = 4;

    public Chain {
        links = List.copyOf(links);
    }

    public static Chain read(TollgateApi api, String ref) {
        List<Subject> links = new ArrayList<>();
        Optional<String> next = Optional.of(ref);
        while (next.isPresent() && links.size() < LINKS_MAX) {
            Subject link = api.subject(next.get());
            links.add(link);
            next = Optional.ofNullable(link.parent());
        }
        return new Chain(links);
    }

    /** The one of them that is meant; empty if it is none of them. */
    public Optional<Subject> link(String ref) {
        return links.stream().filter(link -> link.ref().equals(ref)).findFirst();
    }
}
