package dev.tollgate.e2e.wall;

import dev.tollgate.e2e.stack.Tollgate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two used tenants, who are the same for all suites that only look: none of those changes what is theirs. */
record Neighbours(Resident a, Resident b) {
    private static @Nullable Neighbours known;

    static synchronized Neighbours in(Tollgate tollgate) {
        var neighbours = known;
        if (neighbours == null) {
            neighbours = new Neighbours(Resident.settled(tollgate, "vav"), Resident.settled(tollgate, "zayin"));
            known = neighbours;
        }
        return neighbours;
    }

    /** Their secrets, and those of everybody by their form. */
    Confidences confidences() {
        var all = new LinkedHashMap<String, String>();
        a.secrets().forEach((what, text) -> all.put(what + " of A", text));
        b.secrets().forEach((what, text) -> all.put(what + " of B", text));
        return Confidences.of(all);
    }

    Map<Resident, Resident> eachAndTheOther() {
        return Map.of(a, b, b, a);
    }
}
