package dev.tollgate.control.scim;

import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** ETags of resources (RFC 7644, 3.14), which a directory may heed and need not. */
final class Version {
    private Version() {}

    static String tag(long version) {
        return "W/\"" + version + "\"";
    }

    /** Refused if the directory names versions, and none of them is the current one. */
    static void check(@Nullable String ifMatch, long current) {
        if (ifMatch != null && !names(ifMatch, current)) {
            throw new Refused(new Refusal.Stale());
        }
    }

    /** Whether a list of tags has the version in it. */
    static boolean names(@Nullable String tags, long version) {
        return tags != null
                && Arrays.stream(tags.split(",", -1))
                        .map(String::strip)
                        .anyMatch(tag ->
                                tag.equals("*") || tag.equals(tag(version)) || tag.equals("\"" + version + "\""));
    }
}
