package dev.tollgate.gateway.event;

import static dev.tollgate.gateway.event.EventDraft.TEXT_CHARS_MAX;

import dev.tollgate.model.id.Region;
import dev.tollgate.model.quota.Charge;
import dev.tollgate.model.token.TokenUse;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes events as the wire codec does, byte for byte, in two parts: most of it before an event has its number, so that
 * little is left to do under the spool's lock, and the head with the number when it is sent.
 *
 * <p>What is spooled is {@code callId (16 bytes) · tenant (16 bytes) · JSON from "startedAt" to the closing brace}.
 */
final class EventEncoder {
    /** A bound that no draft reaches: seventeen texts of 512 characters at six bytes each, 127 charges, and what is fixed. */
    static final int SPOOLED_BYTES_MAX = 74 * 1024;

    private static final int TENANT_AT = 16;
    private static final int TAIL_AT = 32;

    private final byte[] region;

    EventEncoder(Region region) {
        EventBytes text = new EventBytes(256).text(region.toString(), TEXT_CHARS_MAX);
        this.region = Arrays.copyOf(text.array(), text.length());
    }

    void encode(EventDraft draft, EventBytes out) {
        out.reset();
        binary(draft.callId(), out);
        binary(draft.tenant().value(), out);
        out.raw(Member.STARTED_AT).instant(draft.startedAt());
        out.raw(Member.TENANT).uuid(draft.tenant().value());
        out.raw(Member.REGION).raw(region);
        who(draft, out);
        what(draft, out);
        out.raw(Member.REQUEST_BYTES).number(draft.requestBytes());
        out.raw(Member.RESPONSE_BYTES).number(draft.responseBytes());
        out.raw(Member.COST_NANOS).number(draft.cost().nanos());
        out.raw(Member.GATEWAY_MICROS).number(draft.gatewayMicros());
        out.raw(Member.UPSTREAM_MICROS).number(draft.upstreamMicros());
        out.raw(Member.STATUS).text(draft.status().name(), TEXT_CHARS_MAX);
        if (draft.reason() != null) {
            out.raw(Member.REASON).text(draft.reason().name(), TEXT_CHARS_MAX);
        }
        out.raw(Member.SNAPSHOT_REVISION).number(draft.snapshotRevision());
        if (draft.attempts() > 1) {
            out.raw(Member.ATTEMPTS).number(draft.attempts());
        }
        price(draft.cost(), out);
        charges(draft.charges(), out);
        if (draft.tokens() != null) {
            tokens(draft.tokens(), out);
        }
        if (draft.parentUsage() != null) {
            out.raw(Member.PARENT_USAGE).number(draft.parentUsage().input());
            out.raw(Member.OUTPUT).number(draft.parentUsage().output()).raw('}');
        }
        optional(Member.PARENT_CALL, draft.parentCall(), out);
        out.raw('}');
    }

    private static void who(EventDraft draft, EventBytes out) {
        holder(draft.holder(), out);
        optional(Member.AGENT_NAME, draft.agentName(), out);
        optional(Member.AGENT_VERSION, draft.agentVersion(), out);
        optional(Member.PROTOCOL_VERSION, draft.protocolVersion(), out);
    }

    private static void holder(Holder holder, EventBytes out) {
        if (holder.environment() != null) {
            out.raw(Member.ENVIRONMENT).uuid(holder.environment().value());
        }
        optional(Member.ENVIRONMENT_NAME, holder.environmentName(), out);
        if (holder.key() != null) {
            out.raw(Member.KEY).text(holder.key().value(), TEXT_CHARS_MAX);
        }
        optional(Member.KEY_NAME, holder.keyName(), out);
        optional(Member.TIER, holder.tier(), out);
        optional(Member.CUSTOMER, holder.customer(), out);
        optional(Member.CUSTOMER_NAME, holder.customerName(), out);
        optional(Member.TEAM, holder.team(), out);
        optional(Member.TEAM_NAME, holder.teamName(), out);
        optional(Member.USER, holder.user(), out);
        optional(Member.USER_NAME, holder.userName(), out);
        optional(Member.SERVICE, holder.service(), out);
        optional(Member.SERVICE_NAME, holder.serviceName(), out);
    }

    private static void what(EventDraft draft, EventBytes out) {
        out.raw(Member.METHOD).text(draft.method(), TEXT_CHARS_MAX);
        optional(Member.TRACE_ID, draft.traceId(), out);
        optional(Member.PARENT_REQUEST, draft.parentRequest(), out);
        if (draft.server() != null) {
            out.raw(Member.SERVER).uuid(draft.server().value());
        }
        optional(Member.SERVER_NAME, draft.serverName(), out);
        optional(Member.TOOL_NAME, draft.toolName(), out);
        optional(Member.DEFINITION_HASH, draft.definitionHash(), out);
    }

    private static void price(Cost cost, EventBytes out) {
        if (cost.price() != null) {
            out.raw(Member.PRICE).uuid(cost.price().value());
            out.raw(Member.PRICE_VERSION).number(cost.version());
        }
        numbers(Member.QUANTITIES, cost.quantities(), out);
        if (cost.before() != null) {
            out.raw(Member.COUNTED_BEFORE).number(cost.before().number());
        }
        numbers(Member.TIER_COUNTS, cost.tierCounts(), out);
    }

    private static void numbers(byte[] member, List<Long> numbers, EventBytes out) {
        if (numbers.isEmpty()) {
            return;
        }
        out.raw(member);
        char separator = '[';
        for (long number : numbers) {
            out.raw(separator).number(number);
            separator = ',';
        }
        out.raw(']');
    }

    private static void charges(List<Charge> charges, EventBytes out) {
        if (charges.isEmpty()) {
            return;
        }
        out.raw(Member.CHARGES);
        char separator = '[';
        for (Charge charge : charges) {
            out.raw(separator).raw(Member.LEASE).text(charge.lease().toString(), TEXT_CHARS_MAX);
            out.raw(Member.AMOUNT).number(charge.amount()).raw('}');
            separator = ',';
        }
        out.raw(']');
    }

    private static void tokens(TokenUse tokens, EventBytes out) {
        out.raw(Member.TOKENS).number(tokens.definitions());
        out.raw(Member.ARGUMENTS).number(tokens.arguments());
        out.raw(Member.RESULT).number(tokens.result());
        out.raw(Member.ENCODING).text(tokens.encoding().toString(), TEXT_CHARS_MAX);
        optional(Member.MODEL, tokens.model(), out);
        if (tokens.modelId() != null && tokens.version() != null) {
            out.raw(Member.MODEL_ID).uuid(tokens.modelId().value());
            out.raw(Member.VERSION).number(tokens.version());
        }
        out.raw(Member.COST_NANOS).number(tokens.costNanos()).raw('}');
    }

    private static void optional(byte[] member, @Nullable String text, EventBytes out) {
        if (text != null) {
            out.raw(member).text(text, TEXT_CHARS_MAX);
        }
    }

    private static void optional(byte[] member, @Nullable UUID id, EventBytes out) {
        if (id != null) {
            out.raw(member).uuid(id);
        }
    }

    private static void binary(UUID value, EventBytes out) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            out.raw((char) (value.getMostSignificantBits() >>> shift & 0xff));
        }
        for (int shift = 56; shift >= 0; shift -= 8) {
            out.raw((char) (value.getLeastSignificantBits() >>> shift & 0xff));
        }
    }

    /** The tenant of a spooled event. */
    static UUID tenant(byte[] spooled) {
        return uuid(spooled, TENANT_AT);
    }

    /** A spooled event as it is sent. */
    static byte[] complete(GatewayBoot boot, long sequence, byte[] spooled) {
        EventBytes head = new EventBytes(384)
                .raw(Member.CALL_ID)
                .uuid(uuid(spooled, 0))
                .raw(Member.GATEWAY)
                .text(boot.gateway().value(), TEXT_CHARS_MAX)
                .raw(Member.BOOT)
                .uuid(boot.boot())
                .raw(Member.SEQUENCE)
                .number(sequence)
                .raw(',');
        byte[] whole = Arrays.copyOf(head.array(), head.length() + spooled.length - TAIL_AT);
        System.arraycopy(spooled, TAIL_AT, whole, head.length(), spooled.length - TAIL_AT);
        return whole;
    }

    private static UUID uuid(byte[] bytes, int at) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, at, 16);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    /** Names with what stands before and after them. */
    private static final class Member {
        static final byte[] CALL_ID = EventBytes.ascii("{\"callId\":");
        static final byte[] GATEWAY = of("gateway");
        static final byte[] BOOT = of("boot");
        static final byte[] SEQUENCE = of("sequence");
        static final byte[] STARTED_AT = EventBytes.ascii("\"startedAt\":");
        static final byte[] TENANT = of("tenant");
        static final byte[] REGION = of("region");
        static final byte[] ENVIRONMENT = of("environment");
        static final byte[] ENVIRONMENT_NAME = of("environmentName");
        static final byte[] KEY = of("key");
        static final byte[] KEY_NAME = of("keyName");
        static final byte[] TIER = of("tier");
        static final byte[] CUSTOMER = of("customer");
        static final byte[] CUSTOMER_NAME = of("customerName");
        static final byte[] TEAM = of("team");
        static final byte[] TEAM_NAME = of("teamName");
        static final byte[] USER = of("user");
        static final byte[] USER_NAME = of("userName");
        static final byte[] SERVICE = of("service");
        static final byte[] SERVICE_NAME = of("serviceName");
        static final byte[] AGENT_NAME = of("agentName");
        static final byte[] AGENT_VERSION = of("agentVersion");
        static final byte[] PROTOCOL_VERSION = of("protocolVersion");
        static final byte[] METHOD = of("method");
        static final byte[] TRACE_ID = of("traceId");
        static final byte[] PARENT_REQUEST = of("parentRequest");
        static final byte[] SERVER = of("server");
        static final byte[] SERVER_NAME = of("serverName");
        static final byte[] TOOL_NAME = of("toolName");
        static final byte[] DEFINITION_HASH = of("definitionHash");
        static final byte[] REQUEST_BYTES = of("requestBytes");
        static final byte[] RESPONSE_BYTES = of("responseBytes");
        static final byte[] COST_NANOS = of("costNanos");
        static final byte[] GATEWAY_MICROS = of("gatewayMicros");
        static final byte[] UPSTREAM_MICROS = of("upstreamMicros");
        static final byte[] STATUS = of("status");
        static final byte[] REASON = of("reason");
        static final byte[] SNAPSHOT_REVISION = of("snapshotRevision");
        static final byte[] ATTEMPTS = of("attempts");
        static final byte[] PRICE = of("price");
        static final byte[] PRICE_VERSION = of("priceVersion");
        static final byte[] QUANTITIES = of("quantities");
        static final byte[] COUNTED_BEFORE = of("countedBefore");
        static final byte[] TIER_COUNTS = of("tierCounts");
        static final byte[] CHARGES = of("charges");
        static final byte[] TOKENS = EventBytes.ascii(",\"tokens\":{\"definitions\":");
        static final byte[] ARGUMENTS = of("arguments");
        static final byte[] RESULT = of("result");
        static final byte[] ENCODING = of("encoding");
        static final byte[] MODEL = of("model");
        static final byte[] MODEL_ID = of("modelId");
        static final byte[] VERSION = of("version");
        static final byte[] PARENT_USAGE = EventBytes.ascii(",\"parentUsage\":{\"input\":");
        static final byte[] OUTPUT = of("output");
        static final byte[] PARENT_CALL = of("parentCall");
        static final byte[] LEASE = EventBytes.ascii("{\"lease\":");
        static final byte[] AMOUNT = of("amount");

        private static byte[] of(String name) {
            return EventBytes.ascii(",\"" + name + "\":");
        }
    }
}
