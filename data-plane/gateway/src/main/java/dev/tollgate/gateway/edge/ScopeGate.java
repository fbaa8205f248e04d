package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.edge.resource.Challenges;
import dev.tollgate.gateway.edge.resource.PublicUrls;
import dev.tollgate.gateway.identity.AccessToken;
import dev.tollgate.gateway.identity.Scope;
import dev.tollgate.gateway.json.RpcMessage;
import dev.tollgate.gateway.meter.Attempt;
import dev.tollgate.gateway.meter.CallMeter;
import dev.tollgate.model.event.RefusalReason;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses what an access token does not cover, and says all that it would have to cover. A key covers everything. */
final class ScopeGate {
    private final PublicUrls urls;
    private final CallMeter meter;

    ScopeGate(PublicUrls urls, CallMeter meter) {
        this.urls = urls;
        this.meter = meter;
    }

    /** Answers a message that is refused; whether it was. */
    boolean refuses(Asked asked) {
        Caller caller = asked.caller();
        Set<Scope> needed = Scope.neededFor(asked.method());
        if (isCovered(caller.token(), needed)) {
            return false;
        }
        Attempt attempt = asked.attempt(asked.trace());
        meter.refused(attempt, RefusalReason.SCOPE_MISSING);
        RpcMessage message = asked.message();
        Answer answer = Faults.of(message, asked.era(), Fault.INSUFFICIENT_SCOPE, words(needed));
        asked.answer(attempt, answer.challenging(challenge(caller, needed)));
        return true;
    }

    /** Why a request without a message is refused; null if it is not. */
    @Nullable
    Answer refusal(Caller caller, String method) {
        Set<Scope> needed = Set.of(Scope.READ);
        if (isCovered(caller.token(), needed)) {
            return null;
        }
        meter.refused(caller.unread(method, 0), RefusalReason.SCOPE_MISSING);
        return Faults.http(Fault.INSUFFICIENT_SCOPE, words(needed)).challenging(challenge(caller, needed));
    }

    private static boolean isCovered(@Nullable AccessToken token, Set<Scope> needed) {
        return token == null || token.covers(needed);
    }

    private static String words(Set<Scope> needed) {
        return "Your sign-in does not cover this. It needs the scopes: " + Scope.words(needed) + ".";
    }

    private String challenge(Caller caller, Set<Scope> needed) {
        return new Challenges(urls.of(caller.headers(), caller.source()::address)).insufficientScope(needed);
    }
}
