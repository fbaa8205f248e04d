package dev.tollgate.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.model.config.CallApproval;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.id.ToolId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DefinitionsTest {
    private final Definitions definitions = new Definitions();

    @Test
    void aToolIsTheSameWhenItsPartsAreShared() {
        // given
        ToolConfig tool = tool();
        // when
        ToolConfig shared = definitions.shared(tool);
        // then
        assertThat(shared).isEqualTo(tool).hasNoNullFieldsOrProperties();
    }

    @Test
    void oneDefinitionOfTwoTenantsIsKeptOnce() {
        // given
        ToolConfig one = definitions.shared(tool());
        // when
        ToolConfig other = definitions.shared(tool());
        // then
        assertThat(other.definition()).isSameAs(one.definition());
    }

    /** One that has all that a tool can have, with a text of its own. */
    private static ToolConfig tool() {
        return new ToolConfig(
                new TenantId(UUID.randomUUID()),
                new ToolId(UUID.randomUUID()),
                new ServerId(UUID.randomUUID()),
                "find",
                "look_up",
                "Looks a customer up.",
                String.valueOf("{\"name\":\"find\"}".toCharArray()),
                "0".repeat(64),
                "{\"type\":\"object\"}",
                CallApproval.ASK_FIRST);
    }
}
