package dev.tollgate.ui.view.identity;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tollgate.model.api.IdentityProvider;
import dev.tollgate.model.api.NewIdentityProvider;
import dev.tollgate.ui.client.ApiProblem;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Badges;
import dev.tollgate.ui.view.layout.Confirmation;
import dev.tollgate.ui.view.layout.ConsoleLayout;
import dev.tollgate.ui.view.layout.CopyField;
import dev.tollgate.ui.view.layout.FormPanel;
import dev.tollgate.ui.view.layout.Notices;
import dev.tollgate.ui.view.layout.PageHeader;
import dev.tollgate.ui.view.layout.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;

/** The tenant's own identity provider, which owners link and unlink. */
@Route(value = "identity-provider", layout = ConsoleLayout.class)
@PageTitle("Identity provider · Tollgate")
@RolesAllowed(Roles.OWNER)
public final class IdentityProviderView extends Div {
    public static final String PAGE = "page-identity-provider";
    public static final String REDIRECT = "provider-redirect";
    public static final String STATE = "provider-state";
    public static final String SAVE = "provider-save";
    public static final String UNLINK = "provider-unlink";

    private final TollgateApi api;
    private final ProviderForm form = new ProviderForm();
    private final Div state = new Div();
    private final Button save = new Button("", event -> save());
    private final TrialPanel trial;
    private final FormPanel tried;
    private final Button unlink = new Button("Unlink…", event -> unlink());
    private Optional<IdentityProvider> linked = Optional.empty();

    public IdentityProviderView(TollgateApi api) {
        this.api = api;
        trial = new TrialPanel(api, live -> show(Optional.of(live)));
        tried = new FormPanel(
                "Trial",
                "Sign in through it once and see what becomes of whoever does, before anyone is sent there. They become a"
                        + " member, with what their groups give.",
                trial);
        setId(PAGE);
        addClassNames("page", "page-form");
        state.setId(STATE);
        state.addClassName("state-line");
        save.setId(SAVE);
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        unlink.setId(UNLINK);
        unlink.addThemeVariants(ButtonVariant.ERROR, ButtonVariant.TERTIARY);
        Div buttons = new Div(save, unlink);
        buttons.addClassName("detail-actions");
        add(
                new PageHeader(
                        "Identity provider",
                        "Let your people sign in with the accounts that they have, and your directory say who they are:"
                                + " Okta, Entra ID, or any provider that speaks OpenID Connect and SCIM."),
                new FormPanel(
                        "At your provider",
                        "Register a web application there that uses the authorization code flow, and allow this redirect"
                                + " URI. It stays the same whatever you change here.",
                        new CopyField(REDIRECT, api.redirectUri().redirectUri().toString())),
                new FormPanel(
                        "Here",
                        "Whoever comes through it becomes a member; their roles come from the groups below, or from you under People.",
                        state,
                        form,
                        buttons),
                tried,
                new FormPanel(
                        "Directory",
                        "Let your directory create, deactivate and delete people here over SCIM 2.0. Whoever it deactivates"
                                + " is out at once, and their keys are revoked.",
                        new DirectoryToken(api)),
                new FormPanel(
                        "Groups",
                        "What belonging to a group gives. Whoever is in no group that gives one of these roles loses it;"
                                + " roles that no rule names stay as they are. Owners are made under People alone.",
                        new MappingForm(api)));
        show(read());
    }

    private Optional<IdentityProvider> read() {
        try {
            return Optional.of(api.identityProvider());
        } catch (ApiProblem problem) {
            if (problem.status() != 404) {
                throw problem;
            }
            return Optional.empty();
        }
    }

    private void show(Optional<IdentityProvider> now) {
        linked = now;
        form.show(now);
        state.removeAll();
        state.add(
                now.map(one -> one.live() ? Badges.good("live") : Badges.waiting("not live: tried alone"))
                        .orElseGet(() -> Badges.neutral("not linked")),
                new Div(now.map(one -> one.issuer().toString()).orElse("")));
        save.setText(now.isPresent() ? "Save" : "Link");
        unlink.setVisible(now.isPresent());
        tried.setVisible(now.isPresent());
        now.ifPresent(trial::show);
    }

    private void save() {
        try {
            form.read().ifPresent(this::send);
        } catch (ApiProblem problem) {
            form.refuse(problem);
        } finally {
            save.setEnabled(true);
        }
    }

    private void send(NewIdentityProvider wanted) {
        boolean first = linked.isEmpty();
        String ifMatch = linked.map(one -> IfMatch.version(one.version())).orElse(IfMatch.ANY);
        show(Optional.of(api.linkIdentityProvider(ifMatch, wanted)));
        Notices.done(
                first
                        ? "The identity provider is linked. Try it, then take it live."
                        : "The identity provider is saved.");
    }

    private void unlink() {
        linked.ifPresent(now -> Confirmation.ask(
                "Unlink " + now.issuer().getHost() + "?",
                "Whoever signs in through it cannot any more, until you give them a password under People. They stay"
                        + " members, and their keys go on working.",
                "Unlink",
                () -> {
                    api.unlinkIdentityProvider(IfMatch.version(now.version()));
                    show(Optional.empty());
                    Notices.done("The identity provider is unlinked.");
                }));
    }
}
