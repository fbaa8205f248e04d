package dev.tollgate.model.api;

import org.jspecify.annotations.Nullable;

/**
 * Which of a price's versions is taken back.
 *
 * @param number of one that does not hold yet
 */
public record WithdrawPriceVersion(@Nullable Long number) {}
