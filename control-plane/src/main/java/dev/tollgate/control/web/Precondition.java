package dev.tollgate.control.web;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code If-Match} says: the version that the client saw, or any. */
public record Precondition(OptionalLong version) {
    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})\"");

    /** Refused if it is missing; a tag that is not one of ours matches nothing. */
    public static Precondition required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Refused(new Refusal.PreconditionMissing());
        }
        String tag = ifMatch.strip();
        if (tag.equals("*")) {
            return new Precondition(OptionalLong.empty());
        }
        Matcher matcher = ETAG.matcher(tag);
        if (!matcher.matches()) {
            throw new Refused(new Refusal.Stale());
        }
        return new Precondition(OptionalLong.of(Long.parseLong(matcher.group(1))));
    }

    /** Refused if the version is another. */
    public void check(long current) {
        if (version.isPresent() && version.getAsLong() != current) {
            throw new Refused(new Refusal.Stale());
        }
    }
}
