package dev.tollgate.control.model;

import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.model.api.ModelNaming;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.ModelRates;
import dev.tollgate.model.price.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which models and rates there can be. */
final class ModelRules {
    /** Gateways hold all of a tenant's in memory. */
    static final int MODELS_MAX = 200;

    static final int VERSIONS_MAX = 1_000;

    /** Far beyond what a provider takes, and far from where sums of calls would overflow. */
    private static final Money PER_MILLION_MAX = Money.ofDollars("10000");

    private static final long MILLION = 1_000_000;
    /** How far an unhurried clock may lie behind. */
    private static final Duration PAST_MAX = Duration.ofMinutes(1);

    private static final Duration AHEAD_MAX = Duration.ofDays(3_660);
    /** Agents name models in a header. */
    private static final Pattern NAME = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private ModelRules() {}

    static void check(FieldErrors errors, ModelNaming wanted) {
        errors.present("name", wanted.name());
        errors.present("encoding", wanted.encoding());
        if (wanted.name() != null && !NAME.matcher(wanted.name()).matches()) {
            errors.add("name", "is the model's name as agents send it: 1 to 128 visible ASCII characters, no spaces");
        }
    }

    static void check(FieldErrors errors, @Nullable ModelRates rates, @Nullable Instant effectiveFrom, Instant now) {
        errors.present("rates", rates);
        if (rates != null) {
            check(errors, "rates.input", rates.input());
            check(errors, "rates.output", rates.output());
            if (rates.cachedInput() != null) {
                check(errors, "rates.cachedInput", rates.cachedInput());
            }
        }
        if (effectiveFrom != null && effectiveFrom.isBefore(now.minus(PAST_MAX))) {
            errors.add("effectiveFrom", "lies in the past; calls that were made keep their cost");
        }
        if (effectiveFrom != null && effectiveFrom.isAfter(now.plus(AHEAD_MAX))) {
            errors.add("effectiveFrom", "lies more than ten years ahead");
        }
    }

    private static void check(FieldErrors errors, String field, @Nullable Rate rate) {
        errors.present(field, rate);
        if (rate != null && isTooHigh(rate)) {
            errors.add(field, "is at most " + PER_MILLION_MAX.dollars() + " dollars for a million tokens");
        }
    }

    private static boolean isTooHigh(Rate rate) {
        try {
            return rate.times(MILLION).compareTo(PER_MILLION_MAX) > 0;
        } catch (ArithmeticException _) {
            return true;
        }
    }
}
