package dev.tollgate.ui.view.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ErrorEvent;
import dev.tollgate.ui.fake.FakeApi;
import dev.tollgate.ui.view.PageTest;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class FailuresTest extends PageTest {
    @Test
    void a_problem_is_shown_in_its_own_words_however_deep_it_lies() {
        new Failures()
                .error(new ErrorEvent(new CompletionException(FakeApi.problem(412, "The resource has changed", null))));

        assertThat(text($(Notification.class).single()))
                .contains("The resource has changed", "look at the newer state and try again");
    }

    @Test
    void a_bug_is_admitted_without_its_details() {
        new Failures().error(new ErrorEvent(new IllegalStateException("secret internals")));

        assertThat(text($(Notification.class).single()))
                .contains("Something went wrong on our side")
                .doesNotContain("secret internals");
    }
}
