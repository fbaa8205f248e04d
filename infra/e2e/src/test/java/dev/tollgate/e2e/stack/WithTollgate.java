package dev.tollgate.e2e.stack;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the stack for the first suite that asks and stops it after the last. */
final class WithTollgate implements ParameterResolver {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(WithTollgate.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Tollgate.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .computeIfAbsent("start", _ -> Start.tried(), Start.class)
                .tollgate();
    }

    /** One try: where it failed, every suite fails for the same reason at once. */
    private record Start(
            @Nullable Tollgate started, @Nullable Throwable failure) implements AutoCloseable {
        static Start tried() {
            try {
                return new Start(Tollgate.start(), null);
            } catch (Exception | LinkageError e) {
                return new Start(null, e);
            }
        }

        Tollgate tollgate() {
            if (started == null) {
                throw new IllegalStateException("the stack did not start", failure);
            }
            return started;
        }

        @Override
        public void close() throws Exception {
            if (started != null) {
                started.close();
            }
        }
    }
}
