package dev.tollgate.gateway.config;

/** Hears of tenants whose tokens are counted, before their calls are decided by a snapshot. Must not wait. */
public interface TokenTenants {
    void coming(TenantSnapshot next);
}
