package dev.tollgate.e2e.wall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.e2e.api.Answer;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** All that a caller can see of an answer, but for what differs on any two calls. */
final class Shape {
    private Shape() {}

    /** Of an answer to a call, which carries its id; without the name that was asked for. */
    static Map<String, String> ofCall(Answer answer, String name) {
        assertThat(answer.header("Tollgate-Call-Id")).isPresent();
        return of(answer, name);
    }

    /** Status, headers and body, without the name that was asked for. */
    static Map<String, String> of(Answer answer, String name) {
        var shape = new TreeMap<String, String>();
        answer.headers()
                .map()
                .forEach((header, values) -> shape.put(header.toLowerCase(Locale.ROOT), values.toString()));
        shape.remove("tollgate-call-id");
        shape.remove("date");
        shape.put("status", Integer.toString(answer.status()));
        shape.put("body", answer.text().replace(name, "NAME"));
        return shape;
    }
}
