package dev.tollgate.bench.savings.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConversationTest {
    private static final int PREFIX = 1_000;
    private static final String TASK = "What is the time?";
    private static final String CALL = "I look: clock()";
    private static final String ANSWER = "It is half past nine.";

    @Test
    @DisplayName("each request is billed with everything before it, and what the one before held is cached")
    void billsEachRequestWhole() {
        // given
        Conversation conversation = new Conversation(PREFIX);
        long task = Tokens.of(TASK);
        long call = Tokens.of(CALL);
        long answer = Tokens.of(ANSWER);

        // when
        conversation.reads(TASK);
        conversation.writes(CALL);
        conversation.reads(ANSWER);
        conversation.writes(ANSWER);

        // then
        assertThat(conversation.usage())
                .isEqualTo(new Usage(
                        2,
                        (PREFIX + task) + (PREFIX + task + call + answer),
                        PREFIX + (PREFIX + task),
                        call + answer,
                        PREFIX + task + call + answer));
    }

    @Test
    @DisplayName("a cost is that of input and output, with what is cached at its own rate")
    void costs() {
        // given
        Usage usage = new Usage(3, 2_000_000, 1_500_000, 100_000, 900_000);
        Rates rates = new Rates(2, 0.2, 10);

        // when, then
        assertThat(usage.cost(rates)).isCloseTo(5.0, Offset.offset(1e-9));
        assertThat(usage.cachedCost(rates)).isCloseTo(1.0 + 0.3 + 1.0, Offset.offset(1e-9));
    }
}
