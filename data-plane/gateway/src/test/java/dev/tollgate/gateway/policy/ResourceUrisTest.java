package dev.tollgate.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceUrisTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///public/../private",
                "file:///public/..",
                "file:///public/./x",
                "file:///public/%2e%2e/private",
                "file:///public/.%2E/private",
                "file:///public%2f..%2fprivate",
                "file:///public%252f%252e%252e%252fprivate",
                "file:///public\\..\\private",
                "file:///public%5c..%5cprivate",
                "http://h/a/..?x=1",
                "http://h/a/..#x"
            })
    void someAddressesMayLeadElsewhereThanTheySpell(String uri) {
        assertThat(ResourceUris.wanders(uri)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///public/a.txt",
                "file:///public/..a/b..",
                "file:///public/...",
                "test://static-text",
                "http://h/a.b/c%20d?x=../y",
                "memo:a..b"
            })
    void othersDoNot(String uri) {
        assertThat(ResourceUris.wanders(uri)).isFalse();
    }
}
