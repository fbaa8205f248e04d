package dev.tollgate.ui.view.identity;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import dev.tollgate.model.api.IdentityProvider;
import dev.tollgate.model.api.SignInTrial;
import dev.tollgate.ui.client.ApiProblem;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Badges;
import dev.tollgate.ui.view.layout.Confirmation;
import dev.tollgate.ui.view.layout.CopyField;
import dev.tollgate.ui.view.layout.Notices;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A sign-in through the provider for one browser, what came of it, and the step after it. */
final class TrialPanel extends Composite<Div> {
    static final String BEGIN = "trial-begin";
    static final String LOOK = "trial-look";
    static final String LIVE = "trial-live";
    static final String ADDRESS = "trial-address";
    static final String RESULT = "trial-result";

    private final TollgateApi api;
    private final Consumer<IdentityProvider> live;
    private final Div address = new Div();
    private final Div result = new Div();
    private final Button look = new Button("Look what came of it", event -> look());
    private final Button goLive = new Button("Take it live…", event -> goLive());
    private long version;

    TrialPanel(TollgateApi api, Consumer<IdentityProvider> live) {
        this.api = api;
        this.live = live;
        Button begin = new Button("Try it", event -> begin());
        begin.setId(BEGIN);
        look.setId(LOOK);
        goLive.setId(LIVE);
        goLive.addThemeVariants(ButtonVariant.PRIMARY);
        result.setId(RESULT);
        result.addClassName("form-body");
        Div buttons = new Div(begin, look, goLive);
        buttons.addClassName("detail-actions");
        getContent().addClassName("form-body");
        getContent().add(address, result, buttons);
    }

    /** What is linked now. */
    void show(IdentityProvider now) {
        version = now.version();
        goLive.setVisible(!now.live());
        address.removeAll();
        latest().ifPresentOrElse(this::show, () -> {
            result.removeAll();
            look.setVisible(false);
        });
    }

    private Optional<SignInTrial> latest() {
        try {
            return Optional.of(api.identityProviderTrial());
        } catch (ApiProblem problem) {
            if (problem.status() != 404) {
                throw problem;
            }
            return Optional.empty();
        }
    }

    private void begin() {
        SignInTrial begun = api.tryIdentityProvider();
        address.removeAll();
        address.add(
                new Div(
                        "Open this in a private window, where nobody is signed in, and sign in there within ten minutes."),
                new CopyField(ADDRESS, String.valueOf(begun.address())));
        show(begun);
    }

    private void look() {
        latest().ifPresent(this::show);
    }

    private void show(SignInTrial trial) {
        look.setVisible(true);
        result.removeAll();
        switch (trial.state()) {
            case WAITING -> result.add(Badges.neutral("waiting for someone to sign in"));
            case EXPIRED -> result.add(Badges.neutral("nobody came back"), problem(trial));
            case FAILED -> result.add(Badges.bad("failed"), problem(trial));
            case SUCCEEDED -> Optional.ofNullable(trial.outcome()).ifPresent(this::show);
        }
    }

    private static Div problem(SignInTrial trial) {
        return new Div(Optional.ofNullable(trial.problem()).orElse(""));
    }

    private void show(SignInTrial.Outcome outcome) {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("User", outcome.user());
        rows.put("Organization", outcome.member() ? "yours" : "not yours: check the domains and the provider");
        rows.put("Roles", outcome.roles().isEmpty() ? "none" : String.join(", ", outcome.roles()));
        rows.put("Team", outcome.team() == null ? "none" : teamName(outcome.team()));
        result.add(Badges.good("signed in"));
        rows.forEach(this::line);
        result.add(new Div("What your provider said:"));
        new TreeMap<>(outcome.claims()).forEach(this::line);
    }

    private void line(String name, String value) {
        result.add(new Div(name + ": " + value));
    }

    private String teamName(String ref) {
        try {
            return api.subject(ref).name();
        } catch (ApiProblem problem) {
            return ref;
        }
    }

    private void goLive() {
        Confirmation.ask(
                "Take it live?",
                "From then on whoever names an address of its domains at the sign-in is sent there.",
                "Take it live",
                () -> {
                    live.accept(api.takeIdentityProviderLive(IfMatch.version(version)));
                    Notices.done("Your people are sent to your identity provider now.");
                });
    }
}
