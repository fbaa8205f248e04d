package dev.tollgate.control.connect;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the console is found from outside; the one place that a browser is led to from a provider. */
@ApplicationScoped
class ConsoleAddress {
    private static final String RETURN = "/connections/return";

    private final String url;

    ConsoleAddress(@ConfigProperty(name = "tollgate.console-url") URI url) {
        boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        if (!web || url.getHost() == null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("tollgate.console-url is a web address without query and fragment");
        }
        this.url = url.toString().replaceAll("/+$", "");
    }

    /** For someone whose return was noted. */
    URI returned(UUID departure, String handle) {
        return URI.create(url + RETURN + "?departure=" + departure + "&handle=" + handle);
    }

    /** For someone who comes with nothing that was asked for; the page says so. */
    URI lost() {
        return URI.create(url + RETURN);
    }
}
