package dev.tollgate.e2e.wall;

import dev.tollgate.e2e.stack.Workplace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The addresses of the console's pages, as its own classes declare them. */
final class ConsoleRoutes {
    private static final Set<String> DECLARATIONS =
            Set.of("Lcom/vaadin/flow/router/Route;", "Lcom/vaadin/flow/router/RouteAlias;");
    private static final String SEVERAL = "Lcom/vaadin/flow/router/RouteAlias$Container;";

    private ConsoleRoutes() {}

    /** The home page is the empty one. */
    static Set<String> declared() {
        var classes = Workplace.repository().resolve("admin-ui/target/classes/dev/tollgate/ui");
        try (Stream<Path> files = Files.walk(classes)) {
            var routes = new TreeSet<String>();
            files.filter(file -> file.toString().endsWith(".class"))
                    .flatMap(ConsoleRoutes::routes)
                    .forEach(routes::add);
            return routes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> routes(Path file) {
        try {
            return ClassFile.of().parse(file).findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
                    .flatMap(attribute -> attribute.annotations().stream())
                    .peek(annotation -> {
                        if (annotation.className().equalsString(SEVERAL)) {
                            throw new AssertionError(file + " has several aliases, which this does not read");
                        }
                    })
                    .filter(annotation ->
                            DECLARATIONS.contains(annotation.className().stringValue()))
                    .map(annotation -> value(annotation.elements()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String value(List<AnnotationElement> elements) {
        for (var element : elements) {
            if (element.name().equalsString("value") && element.value() instanceof AnnotationValue.OfString text) {
                return text.stringValue();
            }
        }
        throw new AssertionError("a route is declared without an address of its own");
    }
}
