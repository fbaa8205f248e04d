package dev.tollgate.control.arrival;

import java.time.Instant;
import java.util.List;

/** What the realm tells of sign-ins. Each method is refused where it is away. */
interface RealmArrivals {
    /** The oldest first; of very many the oldest are left out, who come again. */
    List<Arrival> since(Instant time);

    /** The groups that someone's provider named at their latest sign-in; empty where no claim is mapped. */
    List<String> groupsOf(String identity);
}
