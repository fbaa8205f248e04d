package dev.tollgate.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.upstream.UpstreamCall;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps watch, in every test of the edge, that what agents present is in nothing that an upstream is given. */
final class InboundWatch {
    private final Set<String> presented = ConcurrentHashMap.newKeySet();
    private final List<String> given = new CopyOnWriteArrayList<>();

    void presented(String key) {
        // What is shorter than any key is a test's way to present none.
        if (key.length() >= 12) {
            presented.add(key);
            presented.add(Base64.getEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8)));
        }
    }

    void goesUpstream(UpstreamCall call) {
        given.add(call.method() + " " + call.name() + " " + call.params() + " " + call.meta() + " " + call.traceparent()
                + " " + call.paramHeaders() + " " + call.forwardedHeaders());
    }

    void check() {
        assertThat(given)
                .as("what upstreams were given")
                .allSatisfy(text -> assertThat(presented).noneMatch(text::contains));
    }
}
