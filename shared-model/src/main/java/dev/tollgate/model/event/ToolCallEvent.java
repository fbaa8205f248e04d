package dev.tollgate.model.event;

import dev.tollgate.model.id.EnvironmentId;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.KeyId;
import dev.tollgate.model.id.PriceId;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.Charge;
import dev.tollgate.model.quota.CountBefore;
import dev.tollgate.model.token.ParentUsage;
import dev.tollgate.model.token.TokenUse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to call a tool, allowed or not. Names stand beside ids as they were at the time, so that a report needs no
 * join and a rename rewrites no history.
 *
 * @param callId a version 7 UUID, also answered to the agent
 * @param gateway with {@code boot} and {@code sequence} the event's identity; sequences of a boot count from 1 without gaps
 * @param method the JSON-RPC method, {@code tools/call} except where a key was refused at the door
 * @param tier of the customer, at the time; customer, team, user and service are those that the key belongs to, nearest
 *     and above
 * @param agentName the client's own name for itself; untrusted
 * @param traceId W3C trace id of the agent's request, 32 hexadecimal digits
 * @param parentRequest the model request that led to the call, as the agent names it; untrusted
 * @param toolName the upstream name of a tool that the key sees, otherwise the name as asked for; untrusted
 * @param costNanos nano-dollars, zero if not charged
 * @param gatewayMicros time within Tollgate, without the upstream's
 * @param reason present exactly if the status is {@link CallStatus#REFUSED}
 * @param snapshotRevision the tenant's configuration revision that decided
 * @param attempts how many attempts it stands for, above 1; absent from an event of one. Refusals of presented keys come
 *     together in one event where they come faster than they are written singly, because whoever makes them needs no key
 * @param price by which the cost came about, with its version; absent where no price holds, and where the call was not sent and
 *     has no price for that
 * @param quantities what was counted, for each of the price's components in their order; absent from a price per call alone
 * @param countedBefore how many calls the price had counted before it in its period, as {@link CountBefore#number()}; absent where
 *     counting does not go on from call to call
 * @param tierCounts what it had of the tiers of all else whose counting goes on, one number for each of their tiers; absent where nothing does
 * @param charges what it took of leases, so that the ledger can settle them; absent where it took of none
 * @param tokens absent where none were counted
 * @param parentUsage of the model request that led to the call, as the agent says; absent where it does not; untrusted
 * @param parentCall the call whose script made this one; absent where an agent made it
 */
public record ToolCallEvent(
        UUID callId,
        GatewayId gateway,
        UUID boot,
        long sequence,
        Instant startedAt,
        TenantId tenant,
        Region region,
        @Nullable EnvironmentId environment,
        @Nullable String environmentName,
        @Nullable KeyId key,
        @Nullable String keyName,
        @Nullable String tier,
        @Nullable UUID customer,
        @Nullable String customerName,
        @Nullable UUID team,
        @Nullable String teamName,
        @Nullable UUID user,
        @Nullable String userName,
        @Nullable UUID service,
        @Nullable String serviceName,
        @Nullable String agentName,
        @Nullable String agentVersion,
        @Nullable String protocolVersion,
        String method,
        @Nullable String traceId,
        @Nullable String parentRequest,
        @Nullable ServerId server,
        @Nullable String serverName,
        @Nullable String toolName,
        @Nullable String definitionHash,
        long requestBytes,
        long responseBytes,
        long costNanos,
        long gatewayMicros,
        long upstreamMicros,
        CallStatus status,
        @Nullable RefusalReason reason,
        long snapshotRevision,
        @Nullable Long attempts,
        @Nullable PriceId price,
        @Nullable Long priceVersion,
        @Nullable List<Long> quantities,
        @Nullable Long countedBefore,
        @Nullable List<Long> tierCounts,
        @Nullable List<Charge> charges,
        @Nullable TokenUse tokens,
        @Nullable ParentUsage parentUsage,
        @Nullable UUID parentCall) {
    public ToolCallEvent {
        if (sequence < 1) {
            throw new IllegalArgumentException("sequences count from 1, not " + sequence);
        }
        if ((status == CallStatus.REFUSED) != (reason != null)) {
            throw new IllegalArgumentException("a reason stands exactly on a refused call, not on " + status);
        }
        if (costNanos < 0) {
            throw new IllegalArgumentException("a cost is not negative: " + costNanos);
        }
        if ((price == null) != (priceVersion == null)
                || price == null && (quantities != null || countedBefore != null || tierCounts != null)) {
            throw new IllegalArgumentException("a price is named with its version, and before what it counts");
        }
        charges = charges == null ? null : List.copyOf(charges);
        quantities = quantities == null ? null : List.copyOf(quantities);
        tierCounts = tierCounts == null ? null : List.copyOf(tierCounts);
        if (attempts != null && attempts < 2) {
            throw new IllegalArgumentException("an event of one attempt does not count them: " + attempts);
        }
    }

    /** How many attempts it stands for. */
    public long attemptCount() {
        return attempts == null ? 1 : attempts;
    }
}
