package dev.tollgate.ui.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.ws.rs.ProcessingException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Hands out the API with one kind of failure: a control plane that does not answer is an {@link ApiProblem} too. */
final class ApiProvider {
    private ApiProvider() {}

    @Produces
    @ApplicationScoped
    static TollgateApi api(@RestClient TollgateApi client) {
        return unified(client);
    }

    static TollgateApi unified(TollgateApi client) {
        return (TollgateApi) Proxy.newProxyInstance(
                TollgateApi.class.getClassLoader(),
                new Class<?>[] {TollgateApi.class},
                (proxy, method, arguments) -> invoke(client, method, arguments));
    }

    private static @Nullable Object invoke(TollgateApi client, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            throw cause instanceof ProcessingException ? ApiProblem.unreachable(cause) : cause == null ? e : cause;
        }
    }
}
