package dev.tollgate.control.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.control.scim.FilterQuery.Condition;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import java.util.Collections;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a directory may ask for at most, and that its words never become part of a query. */
class BoundsTest {
    @Test
    void filters_are_bounded_in_length_and_terms() {
        String many = String.join(" or ", Collections.nCopies(51, "id pr"));

        isRefused("invalidFilter", () -> filter("id eq \"" + "x".repeat(1_000) + "\""));
        isRefused("invalidFilter", () -> filter(many));
        isRefused("invalidFilter", () -> filter("(".repeat(900)));
        isRefused("invalidFilter", () -> filter("meta.lastModified gt \"2026-01-01T00:00:00Z\""));
    }

    @Test
    void what_a_directory_writes_is_a_parameter_and_nothing_else() {
        Condition condition = filter("userName eq \"x' or true = true --\" and displayName co \"50%_!\"");

        assertThat(condition.text()).doesNotContain("--").doesNotContain("50");
        assertThat(condition.parameters().values()).containsExactly("x' or true = true --", "%50!%!_!!%");
    }

    @Test
    void changes_are_bounded_in_number_and_in_the_length_of_their_paths() {
        isRefused("tooMany", () -> Patches.read(operations(Patches.OPERATIONS_MAX + 1, "active")));
        isRefused("invalidPath", () -> Patches.read(operations(1, "a".repeat(501))));
        isRefused("invalidSyntax", () -> Patches.read(Scim.object()));

        assertThat(Patches.read(operations(Patches.OPERATIONS_MAX, "active"))).hasSize(Patches.OPERATIONS_MAX);
    }

    @Test
    void members_and_texts_are_bounded() {
        ObjectNode group = Scim.object().put("displayName", "g");
        ArrayNode members = group.putArray("members");
        for (int i = 0; i <= Group.MEMBERS_MAX; i++) {
            members.addObject().put("value", "p" + i);
        }

        assertThatThrownBy(() -> Group.read(group)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> PersonJson.read(Scim.object().put("userName", "a@b." + "c".repeat(300))))
                .isInstanceOf(Refused.class);
    }

    private static Condition filter(String text) {
        return FilterQuery.of(text, PersonStore.ATTRIBUTES);
    }

    private static ObjectNode operations(int count, String path) {
        ObjectNode body = Scim.object();
        ArrayNode operations = body.putArray("Operations");
        for (int i = 0; i < count; i++) {
            operations.addObject().put("op", "remove").put("path", path);
        }
        return body;
    }

    private static void isRefused(String type, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal())
                                .isInstanceOfSatisfying(
                                        Refusal.ScimFault.class,
                                        fault -> assertThat(fault.type()).isEqualTo(type)));
    }
}
