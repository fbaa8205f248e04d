package dev.tollgate.e2e.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.e2e.renewal.ProviderDoor.Point;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A point of a renewal at which the control plane is killed. */
enum Crash {
    BEFORE_IT_IS_NOTED_THAT_THE_TOKEN_IS_SENT(false),
    BEFORE_THE_PROVIDER_HAS_IT(false),
    BEFORE_THE_ANSWER_COMES(true),
    BEFORE_THE_ANSWER_IS_STORED(true),
    BEFORE_WHAT_IS_STORED_IS_PUBLISHED(false);

    /** Whether the provider has given another token that nobody has. */
    final boolean losesTheAnswer;

    Crash(boolean losesTheAnswer) {
        this.losesTheAnswer = losesTheAnswer;
    }

    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Kills it at the next renewal. */
    CompletableFuture<Boolean> at(ProviderDoor door, StoredToken token, Tollgate tollgate) {
        return switch (this) {
            case BEFORE_IT_IS_NOTED_THAT_THE_TOKEN_IS_SENT ->
                door.at(Point.DESCRIBED, () -> {
                    assertThat(token.hasUnansweredRequest()).isFalse();
                    return killed(tollgate);
                });
            case BEFORE_THE_PROVIDER_HAS_IT ->
                door.at(Point.ASKED, () -> {
                    assertThat(token.hasUnansweredRequest())
                            .as("it is noted before")
                            .isTrue();
                    return killed(tollgate);
                });
            case BEFORE_THE_ANSWER_COMES -> door.at(Point.ANSWERED, () -> killed(tollgate));
            case BEFORE_THE_ANSWER_IS_STORED ->
                killedBehind(
                        door,
                        tollgate,
                        token::lockedRow,
                        () -> assertThat(token.isWaitedFor()).isTrue());
            case BEFORE_WHAT_IS_STORED_IS_PUBLISHED ->
                killedBehind(
                        door,
                        tollgate,
                        token::lockedHead,
                        () -> assertThat(token.isUnpublished()).isTrue());
        };
    }

    private interface Lock {
        StoredToken.Held taken() throws Exception;
    }

    /** The whole answer is delivered while the next step is held up in the database. */
    private static CompletableFuture<Boolean> killedBehind(
            ProviderDoor door, Tollgate tollgate, Lock lock, Eventually.Check heldUp) {
        var killed = new CompletableFuture<Boolean>();
        door.at(Point.ANSWERED, () -> {
                    var held = lock.taken();
                    door.at(Point.DELIVERED, () -> {
                                try (held) {
                                    Eventually.passes("the control plane is held up behind the answer", heldUp);
                                    return killed(tollgate);
                                }
                            })
                            .whenComplete((done, failure) -> complete(killed, failure));
                    return true;
                })
                .exceptionally(failure -> !killed.completeExceptionally(failure));
        return killed;
    }

    private static void complete(CompletableFuture<Boolean> killed, @Nullable Throwable failure) {
        if (failure == null) {
            killed.complete(false);
        } else {
            killed.completeExceptionally(failure);
        }
    }

    private static boolean killed(Tollgate tollgate) throws Exception {
        tollgate.kill(Tollgate.CONTROL_PLANE);
        return false;
    }
}
