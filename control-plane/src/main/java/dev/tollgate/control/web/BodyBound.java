package dev.tollgate.control.web;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends the reading of a body where it becomes too long, which may not have been told beforehand, or comes no further. */
@Provider
public final class BodyBound implements ReaderInterceptor {
    /** Below {@code quarkus.http.limits.max-body-size}, which would cut the connection without a word. */
    static final int BODY_BYTES_MAX = 1024 * 1024;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(new Bounded(context.getInputStream()));
        return context.proceed();
    }

    private static final class Bounded extends FilterInputStream {
        private long seen;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() {
            byte[] next = new byte[1];
            return read(next, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(next[0]);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            try {
                int read = super.read(bytes, offset, length);
                count(Math.max(read, 0));
                return read;
            } catch (IOException e) {
                // Its sender has gone or was too slow; that is nothing for the log.
                throw new Refused(new Refusal.Malformed("The body ended before it was whole."), e);
            }
        }

        private void count(int bytes) {
            seen += bytes;
            if (seen > BODY_BYTES_MAX) {
                throw new Refused(new Refusal.TooLarge(BODY_BYTES_MAX));
            }
        }
    }
}
