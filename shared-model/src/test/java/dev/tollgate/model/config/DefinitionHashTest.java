package dev.tollgate.model.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DefinitionHashTest {
    private static final String DEFINITION =
            "{\"name\":\"echo\",\"description\":\"Says it again\",\"inputSchema\":{\"type\":\"object\"}}";

    @Test
    void neither_white_space_nor_order_counts() {
        String reordered =
                "{ \"inputSchema\": {\"type\":\"object\"},\n \"description\":\"Says it again\", \"name\":\"echo\"}";

        assertThat(DefinitionHash.of(reordered)).isEqualTo(DefinitionHash.of(DEFINITION));
    }

    @Test
    void every_member_counts_those_we_do_not_know_too() {
        String described = DEFINITION.replace("again", "again!");
        String extended = DEFINITION.replace("{\"name\"", "{\"x-vendor\":1,\"name\"");

        assertThat(DefinitionHash.of(described)).isNotEqualTo(DefinitionHash.of(DEFINITION));
        assertThat(DefinitionHash.of(extended)).isNotEqualTo(DefinitionHash.of(DEFINITION));
    }

    @Test
    void what_is_not_json_is_refused() {
        assertThatThrownBy(() -> DefinitionHash.of("{")).isInstanceOf(IllegalArgumentException.class);
    }
}
