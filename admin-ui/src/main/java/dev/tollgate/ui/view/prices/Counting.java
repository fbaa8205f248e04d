package dev.tollgate.ui.view.prices;

import dev.tollgate.model.price.PricePeriod;
import dev.tollgate.model.quota.WindowLength;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where a price's tiers begin to count. */
enum Counting {
    EACH_CALL("Begins with each call", null),
    DAY("Goes on from call to call, each day anew", WindowLength.DAY),
    WEEK("Goes on from call to call, each week anew", WindowLength.WEEK),
    MONTH("Goes on from call to call, each month anew", WindowLength.MONTH),
    QUARTER("Goes on from call to call, each quarter anew", WindowLength.QUARTER),
    YEAR("Goes on from call to call, each year anew", WindowLength.YEAR);

    private final String label;
    private final @Nullable WindowLength length;

    Counting(String label, @Nullable WindowLength length) {
        this.label = label;
        this.length = length;
    }

    static Counting of(@Nullable PricePeriod period) {
        WindowLength length = period == null ? null : period.length();
        return Arrays.stream(values())
                .filter(each -> each.length == length)
                .findFirst()
                .orElseThrow();
    }

    String label() {
        return label;
    }

    /**
     * @param before as it was shown: its zone and beginning stay while its length does
     */
    @Nullable
    PricePeriod period(@Nullable PricePeriod before) {
        if (length == null) {
            return null;
        }
        return before != null && before.length() == length ? before : PricePeriod.of(length);
    }
}
