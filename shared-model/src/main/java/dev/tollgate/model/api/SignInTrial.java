package dev.tollgate.model.api;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in through the tenant's own identity provider that shows what would become of someone.
 *
 * @param address where whoever tries it begins, in a browser with nobody signed in; only in the answer that begins it
 * @param endsAt when it is over if nobody came back
 * @param problem what went wrong, in words; only if it failed
 * @param outcome only if it succeeded
 */
public record SignInTrial(
        State state,
        Instant startedAt,
        Instant endsAt,
        @Nullable URI address,
        @Nullable String problem,
        @Nullable Outcome outcome) {

    /** How far it is. */
    public enum State {
        WAITING,
        SUCCEEDED,
        FAILED,
        EXPIRED
    }

    /**
     * Who came, and what they are here.
     *
     * @param user their address
     * @param team in which their groups put them; absent if none does
     * @param member whether they belong to the tenant's organization
     * @param claims what the provider said of them, as text; untrusted
     */
    public record Outcome(
            String user, List<String> roles, @Nullable String team, boolean member, Map<String, String> claims) {
        public Outcome {
            roles = List.copyOf(roles);
            claims = Map.copyOf(claims);
        }
    }
}
