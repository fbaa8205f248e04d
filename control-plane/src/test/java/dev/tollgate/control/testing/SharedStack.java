package dev.tollgate.control.testing;

import dev.tollgate.local.fetch.Trees;
import dev.tollgate.local.stack.LocalStack;
import dev.tollgate.local.stack.StackOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The backends of a stack, started for the first test that asks for them and stopped behind the last of all. */
public final class SharedStack implements ParameterResolver {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(SharedStack.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LocalStack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(HERE).computeIfAbsent("stack", _ -> started(), LocalStack.class);
    }

    private static LocalStack started() {
        var data = Path.of("target/shared-stack").toAbsolutePath();
        try {
            Trees.delete(data);
            return LocalStack.start(StackOptions.in(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
