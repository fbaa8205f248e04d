package dev.tollgate.model.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopesTest {
    @Test
    void eachIsThereOnceInTheOrderGiven() {
        assertThat(Scopes.parse(" write  read write ")).containsExactly("write", "read");
        assertThat(Scopes.parse(null)).isEmpty();
        assertThat(Scopes.parse(" ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "line\nbreak", "\"quoted\"", "back\\slash", "grün"})
    void whatIsNoScopeIsRefusedAndNotRepeated(String scope) {
        assertThatThrownBy(() -> Scopes.of(List.of(scope)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("has a scope that is none");
    }

    @Test
    void thereAreNotTooMany() {
        List<String> many = IntStream.rangeClosed(0, Scopes.COUNT_MAX)
                .mapToObj(i -> "s" + i)
                .toList();

        assertThatThrownBy(() -> Scopes.of(many)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Scopes.of(many.subList(1, many.size()))).hasSize(Scopes.COUNT_MAX);
    }
}
