package dev.tollgate.model.wire;

import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.quota.BootEnded;
import dev.tollgate.model.quota.QuotaAnswer;
import dev.tollgate.model.quota.QuotaRequest;
import java.util.Arrays;

/**
 * What gateways and the ledger say to each other, as bytes. The key of what is about a limit is {@code tenant/limit}, so that all
 * of a limit's records stand in one partition in their order; the key of a process's end is its boot.
 */
public final class QuotaCodec {
    private QuotaCodec() {}

    public static String key(TenantId tenant, LimitId limit) {
        return tenant + "/" + limit;
    }

    public static String key(BootEnded ended) {
        return ended.boot().toString();
    }

    /** Whether the key is that of a process's end, and not of a limit. */
    public static boolean isBoot(String key) {
        return key.indexOf('/') < 0;
    }

    public static byte[] encode(QuotaRequest request) {
        return WireJson.encode(request);
    }

    public static byte[] encode(QuotaAnswer answer) {
        return WireJson.encode(answer);
    }

    public static byte[] encode(BootEnded ended) {
        return WireJson.encode(ended);
    }

    /**
     * @throws MalformedRecord if the bytes are no request, or one about another limit than the key names
     */
    public static QuotaRequest decodeRequest(String key, byte[] value) {
        QuotaRequest request = WireJson.decode(value, QuotaRequest.class);
        checkLimit(key, request.lease().limit(), request.getClass());
        return request;
    }

    /**
     * @throws MalformedRecord if the bytes are no answer, or one about another limit than the key names
     */
    public static QuotaAnswer decodeAnswer(String key, byte[] value) {
        QuotaAnswer answer = WireJson.decode(value, QuotaAnswer.class);
        checkLimit(key, answer.lease().limit(), answer.getClass());
        return answer;
    }

    /**
     * Whether an answer may be to this process, without reading it: each gateway of a region hears what is said to all of them. What it says
     * no to is to another.
     *
     * @param boot in ASCII, as ids are written
     */
    public static boolean mayBeTo(byte[] boot, byte[] answer) {
        for (int begin = 0; begin <= answer.length - boot.length; begin++) {
            if (answer[begin] == boot[0] && Arrays.equals(answer, begin, begin + boot.length, boot, 0, boot.length)) {
                return true;
            }
        }
        return false;
    }

    /**
     * @throws MalformedRecord if the bytes do not say that a process is over, or say it of another than the key names
     */
    public static BootEnded decodeBootEnded(String key, byte[] value) {
        BootEnded ended = WireJson.decode(value, BootEnded.class);
        if (!key(ended).equals(key)) {
            throw new MalformedRecord(BootEnded.class, "its key is " + key, null);
        }
        return ended;
    }

    /**
     * The tenant that a key of a limit names.
     *
     * @throws MalformedRecord if the key names none
     */
    public static TenantId tenant(String key) {
        try {
            return TenantId.of(key.substring(0, Math.max(0, key.indexOf('/'))));
        } catch (IllegalArgumentException e) {
            throw new MalformedRecord(QuotaRequest.class, "its key is no tenant/limit", e);
        }
    }

    private static void checkLimit(String key, LimitId limit, Class<?> type) {
        if (!key(tenant(key), limit).equals(key)) {
            throw new MalformedRecord(type, "its key is " + key, null);
        }
    }
}
