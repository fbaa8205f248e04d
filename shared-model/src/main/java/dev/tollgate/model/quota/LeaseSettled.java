package dev.tollgate.model.quota;

/** The ledger knows what was spent of a lease, and has written it down; nobody needs to speak of it any more. */
public record LeaseSettled(LeaseId lease) implements QuotaAnswer {}
