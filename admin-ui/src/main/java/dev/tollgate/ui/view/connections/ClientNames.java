package dev.tollgate.ui.view.connections;

import dev.tollgate.model.api.ClientGrant;
import dev.tollgate.ui.client.ApiProblem;
import dev.tollgate.ui.client.TollgateApi;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names that a person knows their clients and keys by; an id where there is none, or it may not be read. */
final class ClientNames {
    /** As the control plane makes them; anything else in this place is not sent to it. */
    private static final Pattern KEY_ID = Pattern.compile("[0-9A-Za-z]{12}");

    private final TollgateApi api;
    private final Map<String, String> known = new HashMap<>();

    ClientNames(TollgateApi api) {
        this.api = api;
        try {
            for (ClientGrant grant : api.myClients()) {
                known.put(grant.client(), grant.clientName() == null ? grant.client() : grant.clientName());
            }
        } catch (ApiProblem _) {
            // The identity provider is away, or this role does not see them: ids are shown.
        }
    }

    String of(String client) {
        @Nullable String name = find(client);
        return name == null ? client : name.equals(client) ? name : name + " (" + client + ")";
    }

    boolean isKnown(String client) {
        return find(client) != null;
    }

    private @Nullable String find(String client) {
        if (!known.containsKey(client) && KEY_ID.matcher(client).matches()) {
            try {
                known.put(client, api.key(client).name());
            } catch (ApiProblem _) {
                // None of this tenant's.
            }
        }
        return known.get(client);
    }
}
