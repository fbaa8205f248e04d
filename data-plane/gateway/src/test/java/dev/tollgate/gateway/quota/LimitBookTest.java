package dev.tollgate.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.gateway.config.TestSnapshots;
import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.fixture.TestTenant.IssuedKey;
import dev.tollgate.model.config.Grant;
import dev.tollgate.model.config.LimitConfig;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.SubjectConfig;
import dev.tollgate.model.config.SubjectKind;
import dev.tollgate.model.config.SubjectRef;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.config.ToolGroupConfig;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.GroupId;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.quota.LeaseTerms;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.QuotaSubject.Kind;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.quota.lease.LeaseHolder;
import dev.tollgate.model.quota.lease.LimitShare;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LimitBookTest {
    private final TestTenant tenant = new TestTenant();
    private final ServerConfig server = tenant.server("crm", URI.create("http://127.0.0.1:1/mcp"));
    private final ToolConfig find = tenant.tool(server, "find");
    private final ToolConfig erase = tenant.tool(server, "erase");
    private final SubjectRef tier = new SubjectRef(SubjectKind.TIER, "pro");
    private final SubjectRef customer = SubjectRef.of(SubjectKind.CUSTOMER, UUID.randomUUID());
    private final SubjectRef team = SubjectRef.of(SubjectKind.TEAM, UUID.randomUUID());
    private final IssuedKey key = tenant.key(team, "crm__*");
    private final IssuedKey other = tenant.key("crm__*");
    private final LeaseHolder holder =
            new LeaseHolder(new GatewayId("one"), UUID.randomUUID(), LeaseTerms.STANDARD, () -> {});

    LimitBookTest() {
        tenant.put(new SubjectConfig(tenant.id, tier, "Pro", null, List.of()));
        tenant.put(new SubjectConfig(tenant.id, customer, "Globex", tier, List.of()));
        tenant.put(new SubjectConfig(tenant.id, team, "Payments", customer, List.of()));
    }

    private TenantSnapshot published() {
        TestSnapshots snapshots = new TestSnapshots();
        snapshots.publish(tenant);
        return Objects.requireNonNull(snapshots.snapshots().ofTenant(tenant.id));
    }

    private LimitId limit(Kind kind, Object id) {
        return tenant.limit(new QuotaSubject(kind, id.toString()), QuotaUnit.CALLS, 10)
                .id();
    }

    private static List<LimitId> ids(LimitShare[] shares) {
        return Stream.of(shares).map(share -> share.limit().id()).toList();
    }

    @Test
    void findsWhatHoldsForACallFromItsToolToItsTenantAndNothingElse() {
        // given
        LimitId ofTenant = limit(Kind.TENANT, tenant.id);
        LimitId ofTier = limit(Kind.TIER, "pro");
        LimitId ofCustomer = limit(Kind.CUSTOMER, customer.id());
        LimitId ofTeam = limit(Kind.TEAM, team.id());
        LimitId ofKey = limit(Kind.KEY, key.config().id());
        LimitId ofServer = limit(Kind.SERVER, server.id());
        LimitId ofTool = limit(Kind.TOOL, find.id());
        limit(Kind.KEY, other.config().id());
        limit(Kind.TEAM, UUID.randomUUID());
        limit(Kind.USER, UUID.randomUUID());
        limit(Kind.TIER, "free");
        limit(Kind.TOOL_GROUP, UUID.randomUUID());
        // when
        TenantSnapshot snapshot = published();
        LimitBook book = new LimitBook(snapshot, holder);
        LimitShare[] found = book.of(key.config(), server, find);
        // then
        assertThat(ids(found)).containsExactly(ofTool, ofServer, ofKey, ofTeam, ofCustomer, ofTier, ofTenant);
        assertThat(book.of(key.config(), server, find)).isSameAs(found);
        assertThat(ids(book.of(key.config(), server, erase)))
                .doesNotContain(ofTool)
                .contains(ofServer, ofKey);
        assertThat(ids(book.of(other.config(), server, find)))
                .contains(ofTool, ofTenant)
                .doesNotContain(ofKey, ofTeam);
    }

    @Test
    void aGroupHoldsItsToolsWhicheverWayAKeyCameByThem() {
        // given
        GroupId group = new GroupId(UUID.randomUUID());
        tenant.put(new ToolGroupConfig(tenant.id, group, new Slug("reading"), List.of(Grant.of("crm__fi*"))));
        LimitId ofGroup = limit(Kind.TOOL_GROUP, group);
        // when
        LimitBook book = new LimitBook(published(), holder);
        // then
        assertThat(ids(book.of(key.config(), server, find))).containsExactly(ofGroup);
        assertThat(book.of(key.config(), server, erase)).isSameAs(LimitBook.NONE);
    }

    @Test
    void whoSignedInIsHeldToTheUsersLimitsAndHasNoKey() {
        // given
        SubjectRef user = SubjectRef.of(SubjectKind.USER, UUID.randomUUID());
        tenant.put(new SubjectConfig(tenant.id, user, "Ada", team, List.of()));
        IssuedKey person = tenant.key(user);
        tenant.remove(person.config());
        LimitId ofUser = limit(Kind.USER, user.id());
        LimitId ofTeam = limit(Kind.TEAM, team.id());
        limit(Kind.KEY, person.config().id());
        // when
        LimitBook book = new LimitBook(published(), holder);
        // then
        assertThat(ids(book.of(person.config(), server, find))).containsExactly(ofUser, ofTeam);
        assertThat(ids(book.of(key.config(), server, find))).containsExactly(ofTeam);
    }

    @Test
    void oneLimitIsOneShareInAllRevisions() {
        // given
        LimitConfig limit = tenant.limit(QuotaUnit.CALLS, 10);
        LimitShare before = new LimitBook(published(), holder).of(key.config(), server, find)[0];
        // when
        tenant.put(new LimitConfig(
                tenant.id, limit.id(), limit.subject(), limit.unit(), limit.window(), 20, null, null, null));
        LimitShare after = new LimitBook(published(), holder).of(other.config(), server, erase)[0];
        // then
        assertThat(after).isSameAs(before);
        assertThat(after.limit().amount()).isEqualTo(20);
    }
}
