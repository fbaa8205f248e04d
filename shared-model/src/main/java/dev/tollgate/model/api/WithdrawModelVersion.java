package dev.tollgate.model.api;

import org.jspecify.annotations.Nullable;

/**
 * Which of a model's versions is taken back.
 *
 * @param number of one that does not hold yet
 */
public record WithdrawModelVersion(@Nullable Long number) {}
