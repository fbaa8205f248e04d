package dev.tollgate.ui.fake;

import dev.tollgate.model.api.IdentityProvider;
import dev.tollgate.model.api.InviteUser;
import dev.tollgate.model.api.InvitedUser;
import dev.tollgate.model.api.IssuedScimToken;
import dev.tollgate.model.api.NewIdentityProvider;
import dev.tollgate.model.api.NewPassword;
import dev.tollgate.model.api.NewPeopleMapping;
import dev.tollgate.model.api.NewSubject;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.PeopleMapping;
import dev.tollgate.model.api.Problem;
import dev.tollgate.model.api.RedirectUri;
import dev.tollgate.model.api.RotateScimToken;
import dev.tollgate.model.api.ScimTokenInfo;
import dev.tollgate.model.api.SignInTrial;
import dev.tollgate.model.api.User;
import dev.tollgate.model.api.UserRoles;
import dev.tollgate.ui.client.ApiProblem;
import dev.tollgate.ui.client.TollgateApi;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People in memory, of whom one owner at least remains, and their identity provider. */
interface FakePeople extends TollgateApi {
    String SUFFIX = "/.well-known/openid-configuration";
    URI REDIRECT = URI.create("https://sign-in.tollgate.example/realms/tollgate/broker/tenant-acme/endpoint");

    String TRIAL = "https://sign-in.tollgate.example/auth?state=x";
    String SCIM = "https://tollgate.example/scim/v2";

    FakeContent content();

    @Override
    default Page<User> users(@Nullable String search, int limit, @Nullable String cursor) {
        return content()
                .page(
                        content().people.stream()
                                .filter(one -> search == null || (one.name() + one.email()).contains(search))
                                .toList(),
                        limit,
                        cursor);
    }

    @Override
    default InvitedUser inviteUser(String idempotencyKey, InviteUser wanted) {
        FakeContent.refuseTaken(wanted.name());
        refuseNoRole(wanted.roles());
        Optional<User> known = content().people.stream()
                .filter(one -> one.email().equals(wanted.email()))
                .findFirst();
        known.ifPresent(content().people::remove);
        String ref = createSubject(
                        idempotencyKey, new NewSubject("user", null, wanted.name(), wanted.team(), List.of()))
                .ref();
        String id = known.map(User::id).orElse(UUID.randomUUID().toString());
        User made = new User(id, wanted.email(), wanted.name(), wanted.roles(), ref, true, 1);
        content().people.add(made);
        return content().answer(new InvitedUser(made, known.isPresent() ? null : FakeContent.PASSWORD));
    }

    @Override
    default User changeRoles(String id, String ifMatch, UserRoles roles) {
        User old = FakeContent.one(content().people, User::id, id);
        FakeContent.precondition(ifMatch, old.version());
        refuseNoRole(roles.roles());
        boolean another = content().people.stream()
                .anyMatch(one -> one != old && one.roles().contains("owner"));
        if (old.roles().contains("owner") && !roles.roles().contains("owner") && !another) {
            throw new ApiProblem(new Problem("about:blank", "Wrong state", 409, "This is the last owner.", null, null));
        }
        User made =
                new User(id, old.email(), old.name(), roles.roles(), old.subject(), old.enabled(), old.version() + 1);
        return content().swap(content().people, old, made);
    }

    private static void refuseNoRole(List<String> roles) {
        if (roles.isEmpty()) {
            throw FakeContent.problem(
                    422, "The request is not valid", List.of(new Problem.FieldError("roles", "must be given")));
        }
    }

    @Override
    default NewPassword renewPassword(String id, String ifMatch, String idempotencyKey) {
        User user = FakeContent.one(content().people, User::id, id);
        FakeContent.precondition(ifMatch, user.version());
        return content().answer(new NewPassword(user, FakeContent.PASSWORD));
    }

    @Override
    default IdentityProvider identityProvider() {
        IdentityProvider linked = content().identityProvider;
        if (linked == null) {
            throw FakeContent.problem(404, "Not found", null);
        }
        return content().answer(linked);
    }

    @Override
    default RedirectUri redirectUri() {
        return content().answer(new RedirectUri(REDIRECT));
    }

    @Override
    default IdentityProvider linkIdentityProvider(String ifMatch, NewIdentityProvider wanted) {
        IdentityProvider old = content().identityProvider;
        String address = wanted.discoveryUrl().toString();
        if (!address.endsWith(SUFFIX)) {
            throw FakeContent.problem(
                    422,
                    "The request is not valid",
                    List.of(new Problem.FieldError("discoveryUrl", "ends with " + SUFFIX)));
        }
        if (old != null) {
            FakeContent.precondition(ifMatch, old.version());
        }
        content().log.add("linkIdentityProvider " + wanted.clientSecret());
        IdentityProvider made = new IdentityProvider(
                wanted.discoveryUrl(),
                URI.create(address.replace(SUFFIX, "")),
                wanted.clientId(),
                wanted.domains(),
                REDIRECT,
                old != null && old.live(),
                old == null ? 1 : old.version() + 1);
        content().identityProvider = made;
        return content().answer(made);
    }

    @Override
    default IdentityProvider takeIdentityProviderLive(String ifMatch) {
        IdentityProvider old = identityProvider();
        FakeContent.precondition(ifMatch, old.version());
        IdentityProvider live = new IdentityProvider(
                old.discoveryUrl(),
                old.issuer(),
                old.clientId(),
                old.domains(),
                old.redirectUri(),
                true,
                old.version() + 1);
        content().identityProvider = live;
        return content().answer(live);
    }

    @Override
    default SignInTrial tryIdentityProvider() {
        Instant now = Instant.EPOCH;
        content().trial = new SignInTrial(SignInTrial.State.WAITING, now, now.plusSeconds(600), null, null, null);
        return content()
                .answer(new SignInTrial(
                        SignInTrial.State.WAITING, now, now.plusSeconds(600), URI.create(TRIAL), null, null));
    }

    @Override
    default SignInTrial identityProviderTrial() {
        SignInTrial trial = content().trial;
        if (trial == null) {
            throw FakeContent.problem(404, "Not found", null);
        }
        return content().answer(trial);
    }

    @Override
    default void unlinkIdentityProvider(String ifMatch) {
        FakeContent.precondition(ifMatch, identityProvider().version());
        content().identityProvider = null;
    }

    @Override
    default ScimTokenInfo scimToken() {
        boolean issued = content().directoryToken != null;
        return content().answer(new ScimTokenInfo(SCIM, issued, issued ? Instant.EPOCH : null, null));
    }

    @Override
    default IssuedScimToken issueScimToken(String idempotencyKey, RotateScimToken rotation) {
        String token = "tgscim_" + UUID.randomUUID();
        content().directoryToken = token;
        return content().answer(new IssuedScimToken(token, scimToken()));
    }

    @Override
    default void revokeScimToken() {
        content().directoryToken = null;
    }

    @Override
    default PeopleMapping peopleMapping() {
        return content().answer(content().mapping);
    }

    @Override
    default PeopleMapping mapPeople(String ifMatch, NewPeopleMapping wanted) {
        PeopleMapping old = content().mapping;
        FakeContent.precondition(ifMatch, old.version());
        for (int i = 0; i < wanted.rules().size(); i++) {
            FakeContent.refuseTaken(wanted.rules().get(i).group(), "rules[" + i + "].group");
        }
        content().mapping = new PeopleMapping(wanted.claim(), wanted.personClaim(), wanted.rules(), old.version() + 1);
        return peopleMapping();
    }
}
