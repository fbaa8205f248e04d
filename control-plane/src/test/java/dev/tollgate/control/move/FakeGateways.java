package dev.tollgate.control.move;

import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.TenantId;
import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Gateways that have what they are said to have. */
@Mock
@ApplicationScoped
class FakeGateways implements RegionGateways {
    private record Place(Region region, TenantId tenant) {}

    private final Map<Place, Long> revisions = new ConcurrentHashMap<>();

    void have(String region, TenantId tenant, long revision) {
        revisions.put(new Place(new Region(region), tenant), revision);
    }

    @Override
    public boolean haveAll(Region region, TenantId tenant, long epoch, long revision) {
        return revisions.getOrDefault(new Place(region, tenant), -1L) >= revision;
    }
}
