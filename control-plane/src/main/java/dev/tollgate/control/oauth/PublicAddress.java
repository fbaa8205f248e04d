package dev.tollgate.control.oauth;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the control plane is found from outside, which providers and directories are told. */
@ApplicationScoped
public class PublicAddress {
    static final String CLIENT_DOCUMENT = "/client-metadata.json";
    public static final String CALLBACK = "/oauth/callback";

    private final String url;

    /**
     * @param url without a slash or anything else behind host and port, or behind the path that a proxy takes away
     */
    public PublicAddress(@ConfigProperty(name = "tollgate.public-url") URI url) {
        boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        if (!web || url.getHost() == null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("tollgate.public-url is a web address without query and fragment");
        }
        this.url = url.toString().replaceAll("/+$", "");
    }

    /** The address of one of its paths, which begins with a slash. */
    public URI of(String path) {
        return URI.create(url + path);
    }

    /** Where people come back to from a provider; the one address that providers are told. */
    public URI callback() {
        return of(CALLBACK);
    }

    /** What providers know Tollgate by that read such documents; there is none unless they could believe it. */
    public Optional<URI> clientDocument() {
        return url.startsWith("https://") ? Optional.of(of(CLIENT_DOCUMENT)) : Optional.empty();
    }
}
