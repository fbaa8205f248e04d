package dev.tollgate.control.scim;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** SCIM stands at an address of its own, as directories are told it, and is answered by resources like every other. */
@ApplicationScoped
class ScimRoute {
    static final String PATH = "/scim/v2";
    private static final String API = "/api/v1";
    /** Before everything that looks at a request: it then looks at the address of the resource. */
    private static final int FIRST = -10_000;

    void route(@Observes Router router) {
        router.route(PATH + "/*")
                .order(FIRST)
                .handler(context -> context.reroute(API + context.request().uri()));
    }
}
