package dev.tollgate.control.federation;

/** Why a trial failed, in words for an owner. Nothing that a provider or a browser says stands in them. */
final class TrialProblem {
    static final String CODE_REFUSED = "The sign-in service did not take back what it had given. Try it again.";
    static final String AWAY = "The sign-in service was away at the last step. Try it again.";

    static final String NOBODY_CAME =
            "Nobody came back in time. Whoever did sign in was told why by your provider's page, or by the sign-in service's:"
                    + " check the redirect URI that your provider allows, the client's id and its secret.";

    private TrialProblem() {}

    /**
     * @param error as the realm or OAuth (RFC 6749, 4.1.2.1) names it; untrusted
     */
    static String words(String error) {
        return switch (error) {
            case "access_denied" ->
                "Whoever tried it was refused, or gave up, at your provider or at the sign-in service.";
            case "login_required", "interaction_required" -> "Your provider did not sign anyone in.";
            case "identity_provider_login_failure", "identity_provider_error" ->
                "The sign-in service could not redeem at your provider what the browser brought. Check the client's id and"
                        + " secret, and that the provider's clock and signing keys are right.";
            case "different_user_authenticated" ->
                "Somebody else was signed in in that browser. Open the address in a private window.";
            case "federated_identity_account_exists", "email_in_use", "username_in_use" ->
                "An account with this address is there already, and whoever tried it did not prove that it is theirs.";
            case "user_disabled" -> "The account of whoever tried it is disabled here.";
            case "invalid_redirect_uri", "invalid_client" ->
                "The sign-in service is not set up for trials: its realm is of an earlier release.";
            case "server_error", "temporarily_unavailable" ->
                "Your provider, or the sign-in service, was not available.";
            default ->
                "The sign-in did not come to its end. Check the redirect URI that your provider allows, the client's id and"
                        + " its secret.";
        };
    }
}
