package dev.tollgate.control.tenant;

import dev.tollgate.control.testing.Acting;
import dev.tollgate.model.id.Slug;
import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;

/** An identity provider that always has the organization asked for. */
@Mock
@ApplicationScoped
class FakeOrganizations implements OrganizationDirectory {
    @Override
    public String ensure(Slug alias, String name) {
        return Acting.organizationOf(alias.value());
    }
}
