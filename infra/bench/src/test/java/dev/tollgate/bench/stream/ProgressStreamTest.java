package dev.tollgate.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressStreamTest {
    private final ProgressStream stream = new ProgressStream("s1000001");

    @Test
    void itsOwnProgressCounts() {
        stream.onNext("event: message");
        stream.onNext(progress("s1000001", "s1000001"));
        stream.onNext("");

        assertThat(stream.own()).isEqualTo(1);
        assertThat(stream.foreign()).isZero();
    }

    @Test
    void whatIsForAnotherCallIsForeign() {
        stream.onNext(progress("s1000002", "s1000002"));
        stream.onNext(progress("s1000001", "s1000002"));
        stream.onNext(progress("s1000002", "s1000001"));
        stream.onNext("data: {\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}");

        assertThat(stream.own()).isZero();
        assertThat(stream.foreign()).isEqualTo(4);
    }

    @Test
    void eachIsHeldAgainstWhatItHadHeardBefore() {
        Heard before = new Heard(List.of(2L, 5L), 0, 0);
        Heard after = new Heard(List.of(6L, 6L), 0, 0);

        assertThat(after.ownSince(before)).isEqualTo(5);
        assertThat(after.leastSince(before)).isEqualTo(1);
    }

    private static String progress(String token, String message) {
        return "data: {\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{\"progressToken\":\""
                + token + "\",\"progress\":1,\"message\":\"" + message + "\"}}";
    }
}
