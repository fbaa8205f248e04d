package dev.tollgate.model.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.model.config.CredentialHeader;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.seal.Seal;
import dev.tollgate.model.wire.ConnectionSeal.Content;
import dev.tollgate.model.wire.ConnectionSeal.State;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConnectionSealTest {
    private static final Region REGION = new Region("local");
    private final Seal seal = Seal.of(List.of());
    private final ConnectionSeal whose = new ConnectionSeal(
            new TenantId(new UUID(1, 2)), new ServerId(new UUID(3, 4)), new UUID(5, 6), 1_795_946_400_000_000L);

    @Test
    void theLongestFitsIntoOneText() {
        // 16 headers with names as long as may be, and values whose every character is escaped, as many as may be.
        List<CredentialHeader> headers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String name = "x".repeat(CredentialHeader.NAME_CHARS_MAX - 2) + (10 + i);
            headers.add(new CredentialHeader(name, "\"\\".repeat(128)));
        }
        List<String> clients = IntStream.range(0, ConnectionSeal.CLIENTS_MAX)
                .mapToObj(i -> ConnectionSeal.client("https://client.example/" + i + "/" + "x".repeat(450)))
                .toList();
        Content content = new Content(State.CONNECTED, Long.MAX_VALUE, headers, clients);

        String text = whose.seal(content, REGION, seal);

        assertThat(text.length()).isLessThanOrEqualTo(Seal.TEXT_CHARS_MAX);
        assertThat(whose.open(text, REGION, seal)).contains(content);
    }

    @Test
    void isOpenedForNothingElse() {
        String text = whose.seal(Content.disconnected(), REGION, seal);

        assertThat(whose.open(text, new Region("far"), seal)).isEmpty();
        assertThat(new ConnectionSeal(whose.tenant(), whose.server(), whose.person(), whose.serial() + 1)
                        .open(text, REGION, seal))
                .isEmpty();
        assertThat(new ConnectionSeal(whose.tenant(), whose.server(), new UUID(5, 7), whose.serial())
                        .open(text, REGION, seal))
                .isEmpty();
    }

    @Test
    void namesItsClientsByDigestsAndNoMoreThanItMay() {
        List<String> many = IntStream.rangeClosed(0, ConnectionSeal.CLIENTS_MAX)
                .mapToObj(i -> ConnectionSeal.client("c" + i))
                .toList();

        assertThatThrownBy(() -> new Content(State.CONNECTED, 1, List.of(), many))
                .hasMessageContaining("at most 50 clients");
        assertThatThrownBy(() -> new Content(State.CONNECTED, 1, List.of(), List.of("editor")))
                .hasMessageContaining("digests");
        assertThatThrownBy(() -> new Content(
                        State.NEEDS_ATTENTION, 1, List.of(new CredentialHeader("X-A", "secret")), List.of()))
                .hasMessageNotContaining("secret");
    }
}
