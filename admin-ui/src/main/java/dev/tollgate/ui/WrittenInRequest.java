package dev.tollgate.ui;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinRequestInterceptor;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import dev.tollgate.ui.client.Written;
import org.jspecify.annotations.Nullable;

/** Keeps what a request wrote apart from what others wrote that the same thread served before. */
final class WrittenInRequest implements VaadinRequestInterceptor {
    private static final long serialVersionUID = 1L;

    @Override
    public void requestStart(VaadinRequest request, VaadinResponse response) {
        Written.begin();
    }

    @Override
    public void handleException(
            VaadinRequest request, VaadinResponse response, @Nullable VaadinSession session, Exception failure) {
        // The page's error handler tells it.
    }

    @Override
    public void requestEnd(VaadinRequest request, VaadinResponse response, @Nullable VaadinSession session) {
        Written.end();
    }
}
