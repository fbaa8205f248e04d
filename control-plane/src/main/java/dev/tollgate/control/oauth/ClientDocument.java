package dev.tollgate.control.oauth;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Tollgate says of itself to providers (RFC 7591, 2; Client ID Metadata Documents). */
final class ClientDocument {
    private ClientDocument() {}

    static Map<String, Object> metadata(Registration.Wanted wanted) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("client_name", wanted.clientName());
        metadata.put("redirect_uris", List.of(wanted.redirect().toString()));
        metadata.put("grant_types", List.of("authorization_code", "refresh_token"));
        metadata.put("response_types", List.of("code"));
        metadata.put("application_type", isWeb(wanted.redirect()) ? "web" : "native");
        return metadata;
    }

    /** The document at an address, which is the client's id. */
    static byte[] at(URI address, Registration.Wanted wanted) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("client_id", address.toString());
        document.putAll(metadata(wanted));
        document.put("token_endpoint_auth_method", "none");
        return Document.write(document);
    }

    /** A return by http leads to a machine of one's own, as native applications have it. */
    private static boolean isWeb(URI redirect) {
        return "https".equals(redirect.getScheme());
    }
}
