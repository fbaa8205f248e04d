package dev.tollgate.control.federation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.model.api.SignInTrial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a trial shows: who came, what the provider said of them, and what that makes of them here. */
final class TrialOutcome {
    static final int CLAIMS_MAX = 50;
    static final int CLAIM_CHARS_MAX = 500;
    private static final Set<String> ROLES = Set.of("owner", "admin", "tool-admin", "finance", "auditor", "viewer");

    private TrialOutcome() {}

    static SignInTrial.Outcome of(RealmSignIn.SignedIn who, String organization, Mapping mapping) {
        return new SignInTrial.Outcome(
                who.email(),
                new TreeSet<>(who.roles()).stream().filter(ROLES::contains).toList(),
                mapping.teamOf(groups(who.claims(), mapping)).orElse(null),
                who.organizations().contains(organization),
                texts(who.claims()));
    }

    private static List<String> groups(JsonNode claims, Mapping mapping) {
        String claim = mapping.claim();
        List<String> groups = new ArrayList<>();
        if (claim != null) {
            JsonNode value = claims.path(claim);
            if (value.isTextual()) {
                groups.add(value.textValue());
            }
            value.forEach(each -> groups.add(each.asText()));
        }
        return groups;
    }

    private static Map<String, String> texts(JsonNode claims) {
        Map<String, String> texts = new LinkedHashMap<>();
        claims.properties().stream()
                .limit(CLAIMS_MAX)
                .forEach(claim -> texts.put(cut(claim.getKey()), cut(text(claim.getValue()))));
        return texts;
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }

    private static String cut(String text) {
        return text.length() <= CLAIM_CHARS_MAX ? text : text.substring(0, CLAIM_CHARS_MAX) + "…";
    }
}
