package dev.tollgate.model.api;

import java.util.UUID;

/** Which override is taken back. */
public record WithdrawLimitOverride(UUID id) {}
