package dev.tollgate.model.quota;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.tollgate.model.id.LimitId;
import java.util.UUID;

/**
 * A lease, and the asking for it: the gateway names what it asks for, so that asking twice gives one lease. As text
 * {@code limit/boot/number}.
 *
 * @param boot the start of the gateway that asks
 * @param number counts up from 1 within a boot
 */
public record LeaseId(LimitId limit, UUID boot, long number) {
    public LeaseId {
        if (number < 1) {
            throw new IllegalArgumentException("leases of a boot count from 1, not " + number);
        }
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if it is none
     */
    @JsonCreator
    public static LeaseId parse(String text) {
        int first = text.indexOf('/');
        int second = text.indexOf('/', first + 1);
        if (first < 0 || second < 0) {
            throw new IllegalArgumentException("a lease is written as limit/boot/number");
        }
        return new LeaseId(
                LimitId.of(text.substring(0, first)),
                UUID.fromString(text.substring(first + 1, second)),
                Long.parseLong(text.substring(second + 1)));
    }

    @JsonValue
    @Override
    public String toString() {
        return limit + "/" + boot + "/" + number;
    }
}
