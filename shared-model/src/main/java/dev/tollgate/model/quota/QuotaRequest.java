package dev.tollgate.model.quota;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a gateway says to the ledger. Said twice or in another order, it means the same. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LeaseRequest.class, name = "request"),
    @JsonSubTypes.Type(value = LeaseReport.class, name = "report")
})
public sealed interface QuotaRequest permits LeaseRequest, LeaseReport {
    LeaseId lease();
}
