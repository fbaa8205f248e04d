package dev.tollgate.control.outgoing;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;

/** The body of an answer, up to its maximum. */
final class BoundedBody {
    private BoundedBody() {}

    /** Of status 200, and of no other: a redirect is an answer like any that was not wanted. */
    static Future<byte[]> ofSuccess(HttpClientResponse response, int bytesMax) {
        if (response.statusCode() != 200) {
            response.request().reset();
            return Future.failedFuture(new Unacceptable("answers with status " + response.statusCode()));
        }
        return ofAny(response, bytesMax);
    }

    static Future<byte[]> ofAny(HttpClientResponse response, int bytesMax) {
        Promise<byte[]> read = Promise.promise();
        Buffer body = Buffer.buffer();
        response.exceptionHandler(read::tryFail);
        response.handler(part -> {
            if (body.length() + part.length() > bytesMax) {
                read.tryFail(new Unacceptable("answers more than " + bytesMax + " bytes"));
                response.request().reset();
            } else {
                body.appendBuffer(part);
            }
        });
        response.endHandler(_ -> read.tryComplete(body.getBytes()));
        return read.future();
    }
}
