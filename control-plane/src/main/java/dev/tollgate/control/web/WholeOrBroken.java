package dev.tollgate.control.web;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;

/**
 * An answer of unknown length that, if it cannot be written to its end, ends with its connection. Whatever handles the failure
 * also ends the answer, as if it were whole, and must find no connection to say it on.
 */
public final class WholeOrBroken implements StreamingOutput {
    private final HttpServerResponse response;
    private final HttpConnection connection;
    private final StreamingOutput content;

    /**
     * To be made while the request is handled; written to on a worker's thread.
     *
     * @param content what is written
     */
    public WholeOrBroken(HttpServerRequest request, StreamingOutput content) {
        this.response = request.response();
        this.connection = request.connection();
        this.content = content;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        boolean whole = false;
        try {
            content.write(out);
            whole = true;
        } finally {
            if (!whole && response.headWritten()) {
                // As each write does, it waits until what was written before is taken.
                connection.close().toCompletionStage().toCompletableFuture().join();
            }
        }
    }
}
