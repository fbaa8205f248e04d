package dev.tollgate.model.quota;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the ledger says to gateways. Said twice or in another order, it means the same. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LeaseGrant.class, name = "grant"),
    @JsonSubTypes.Type(value = LeaseDenial.class, name = "denial"),
    @JsonSubTypes.Type(value = LeaseRecall.class, name = "recall"),
    @JsonSubTypes.Type(value = LeaseSettled.class, name = "settled")
})
public sealed interface QuotaAnswer permits LeaseGrant, LeaseDenial, LeaseRecall, LeaseSettled {
    /** The lease it is about; its boot says for which gateway. */
    LeaseId lease();
}
