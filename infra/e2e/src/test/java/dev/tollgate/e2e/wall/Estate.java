package dev.tollgate.e2e.wall;

import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Workshop;
import dev.tollgate.e2e.mcp.Rpc;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.model.api.Alert;
import dev.tollgate.model.api.AlertChannel;
import dev.tollgate.model.api.Enforcement;
import dev.tollgate.model.api.Environment;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.api.Limit;
import dev.tollgate.model.api.LimitUnit;
import dev.tollgate.model.api.LimitWindow;
import dev.tollgate.model.api.Model;
import dev.tollgate.model.api.NewAlertChannel;
import dev.tollgate.model.api.NewKey;
import dev.tollgate.model.api.NewLimit;
import dev.tollgate.model.api.NewModel;
import dev.tollgate.model.api.NewSubject;
import dev.tollgate.model.api.NewToolGroup;
import dev.tollgate.model.api.Subject;
import dev.tollgate.model.api.ToolGroup;
import dev.tollgate.model.api.VirtualKey;
import dev.tollgate.model.config.SubjectKind;
import dev.tollgate.model.config.SubjectRef;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.ModelRates;
import dev.tollgate.model.price.Rate;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.QuotaSubject.Kind;
import dev.tollgate.model.quota.WindowLength;
import dev.tollgate.model.token.TokenEncoding;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One of everything that a tenant can have.
 *
 * @param marker stands in the name of each of them, and nowhere else
 */
record Estate(
        String marker,
        UUID tenant,
        UUID environment,
        UUID server,
        UUID tool,
        UUID group,
        String key,
        UUID price,
        UUID model,
        UUID limit,
        UUID call,
        UUID team,
        UUID user,
        UUID channel,
        UUID alert,
        String secret) {
    private static final long LOW_BITS = 0x0000_FFFF_FFFF_FFFFL;

    /** Sets it all up; one call was made, and nothing more happens in it. */
    static Estate of(Company company) {
        var marker = company.tenant().slug();
        Workshop workshop = company.workshop(company.environment(marker + "-live"));
        Environment second = company.environment(marker + "-test");
        var server = workshop.approveAll(workshop.everything(marker));
        var price = workshop.price(server, "echo", "0.5");
        workshop.price(server, null, "0.25");
        var group = group(company, marker + "-all", marker + "__echo");
        group(company, marker + "-none", marker + "__none");
        IssuedKey key = workshop.key(NewKey.simple(
                marker + " key", workshop.environment().id(), List.of(marker + "__echo"), List.of(group.id()), null));
        workshop.key(NewKey.simple(marker + " other", second.id(), null, null, null));
        var team = company.api()
                .create(
                        "/api/v1/subjects",
                        new NewSubject("team", null, marker + " team", null, List.of(group.id())),
                        Subject.class);
        var alert = alert(company, marker + " gone");
        var channel = channel(company, marker + " pager");
        var ofServer = new QuotaSubject(Kind.SERVER, server.id().toString());
        var model = company.api().create("/api/v1/models", model(marker + "-model"), Model.class);
        var limit = company.api().create("/api/v1/limits", calls(marker + " calls", ofServer), Limit.class);
        var agent = workshop.agent(key, marker + "__echo");
        var call = Rpc.callId(agent.call(marker + "__echo", Map.of("message", "one")));
        agent.text(marker + "__echo", Map.of("message", "two"));
        var calls = Eventually.gives(
                "both calls are listed",
                () -> Optional.of(company.api().all("/api/v1/calls")).filter(listed -> listed.size() == 2));
        var last = Instant.parse(calls.getFirst().required("startedAt").textValue());
        Eventually.gives(
                "the key shows that it was used",
                () -> Optional.ofNullable(company.api()
                                .read("/api/v1/keys/" + key.key().id(), VirtualKey.class)
                                .lastUsed())
                        .filter(use -> !use.at().isBefore(last)));
        return new Estate(
                marker,
                company.tenant().id(),
                workshop.environment().id(),
                server.id(),
                workshop.tool(server, "echo").id(),
                group.id(),
                key.key().id(),
                price.id(),
                model.id(),
                limit.id(),
                call,
                UUID.fromString(SubjectRef.parse(team.ref()).id()),
                UUID.fromString(company.api()
                        .all("/api/v1/users")
                        .getFirst()
                        .required("id")
                        .asText()),
                channel.id(),
                alert,
                key.secret());
    }

    private static ToolGroup group(Company company, String name, String pattern) {
        return company.api()
                .create("/api/v1/groups", NewToolGroup.simple(name, null, List.of(pattern)), ToolGroup.class);
    }

    private static AlertChannel channel(Company company, String name) {
        var wanted = new NewAlertChannel(
                name, AlertChannel.Kind.WEBHOOK, URI.create("http://127.0.0.1:1908/alerts"), null, null);
        return company.api().create("/api/v1/alert-channels", wanted, AlertChannel.class);
    }

    /** One whose channel is deleted, so that nothing more becomes of it. */
    private static UUID alert(Company company, String name) {
        var path = "/api/v1/alert-channels/" + channel(company, name).id();
        var alert = company.api()
                .expect(Request.of("POST", path + "/test"), 200)
                .as(Alert.class)
                .id();
        company.api().expect(Request.of("DELETE", path).ifMatch(0), 204);
        return alert;
    }

    static NewModel model(String name) {
        var rate = new Rate(Money.ofDollars("2.5"), 1_000_000);
        return new NewModel(name, TokenEncoding.BYTES, null, new ModelRates(rate, rate, null), null);
    }

    /** More calls than a suite makes. */
    static NewLimit calls(String name, QuotaSubject subject) {
        return new NewLimit(
                name,
                subject,
                LimitUnit.CALLS,
                LimitWindow.rolling(WindowLength.DAY),
                "100000",
                null,
                Enforcement.HARD,
                null);
    }

    /** Ids of the same form, of things that nobody has. */
    Estate imagined() {
        return new Estate(
                "imagined",
                sibling(tenant),
                sibling(environment),
                sibling(server),
                sibling(tool),
                sibling(group),
                new StringBuilder(key).reverse().toString(),
                sibling(price),
                sibling(model),
                sibling(limit),
                sibling(call),
                sibling(team),
                sibling(user),
                sibling(channel),
                sibling(alert),
                "");
    }

    private static UUID sibling(UUID id) {
        var random = UUID.randomUUID().getLeastSignificantBits() & LOW_BITS;
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() & ~LOW_BITS | random);
    }

    /** The team, as other resources name it. */
    String subject() {
        return SubjectRef.of(SubjectKind.TEAM, team).toString();
    }

    /** Whatever would give the tenant away. */
    Stream<String> traces() {
        return Stream.concat(Stream.of(marker, key), ids().map(UUID::toString));
    }

    private Stream<UUID> ids() {
        return Stream.of(
                tenant, environment, server, tool, group, price, model, limit, call, team, user, channel, alert);
    }

    /** The text with this estate's ids replaced by their names, so that two estates' answers can be compared. */
    String anonymized(String text) {
        var names = List.of(
                "tenant",
                "environment",
                "server",
                "tool",
                "group",
                "price",
                "model",
                "limit",
                "call",
                "team",
                "user",
                "channel",
                "alert");
        var plain = text.replace(key, "<key>");
        var ids = ids().toList();
        for (int i = 0; i < names.size(); i++) {
            plain = plain.replace(ids.get(i).toString(), "<" + names.get(i) + ">");
        }
        return plain;
    }
}
