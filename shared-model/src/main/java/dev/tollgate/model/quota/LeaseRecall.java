package dev.tollgate.model.quota;

/** Asks for what is left of a lease, because someone else needs it. */
public record LeaseRecall(LeaseId lease) implements QuotaAnswer {}
