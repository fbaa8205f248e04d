package dev.tollgate.model.api;

import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.token.ParentUsage;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to call a tool, as recorded.
 *
 * @param tier of the customer; tier, customer, team, user and service are those that the key belonged to at the time
 * @param attempts 1, but where refusals of a key came too fast to be recorded singly: then how many they were
 * @param tokens absent where none were counted
 * @param parentUsage of the model request that led to the call, as the agent said; untrusted
 * @param parentCallId of the call whose script made this one; absent where an agent made it
 */
public record Call(
        UUID id,
        Instant startedAt,
        String gateway,
        String region,
        @Nullable UUID environmentId,
        @Nullable String environmentName,
        @Nullable String keyId,
        @Nullable String keyName,
        @Nullable String tier,
        @Nullable UUID customerId,
        @Nullable String customerName,
        @Nullable UUID teamId,
        @Nullable String teamName,
        @Nullable UUID userId,
        @Nullable String userName,
        @Nullable UUID serviceId,
        @Nullable String serviceName,
        @Nullable String agentName,
        @Nullable String agentVersion,
        @Nullable String protocolVersion,
        String method,
        @Nullable String traceId,
        @Nullable String parentRequest,
        @Nullable UUID serverId,
        @Nullable String serverName,
        @Nullable String toolName,
        @Nullable String definitionHash,
        long requestBytes,
        long responseBytes,
        Money cost,
        long gatewayMicros,
        long upstreamMicros,
        CallStatus status,
        @Nullable RefusalReason reason,
        long snapshotRevision,
        long attempts,
        @Nullable CallTokens tokens,
        @Nullable ParentUsage parentUsage,
        @Nullable UUID parentCallId) {}
