package dev.tollgate.bench.savings.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** All made-up servers, in the order in which an organization takes them up. */
public final class Catalogue {
    private static final List<String> NAMES = List.of(
            "crm",
            "tracker",
            "mail",
            "calendar",
            "chat",
            "billing",
            "files",
            "wiki",
            "source",
            "ci",
            "support",
            "people",
            "warehouse",
            "monitoring",
            "shop",
            "logistics");

    private Catalogue() {}

    /** The first so many servers. */
    public static List<Server> first(int count) throws IOException {
        List<Server> servers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String file = "%02d-%s.txt".formatted(i + 1, NAMES.get(i));
            servers.add(ServerReader.read(resource("catalogue/" + file)));
        }
        return servers;
    }

    /** How many there are. */
    public static int size() {
        return NAMES.size();
    }

    /** The definitions of a server's tools as they are checked in, one a line. */
    public static List<String> definitions(Server server) throws IOException {
        return resource("definitions/" + server.name() + ".jsonl").lines().toList();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Catalogue.class.getResourceAsStream("/savings/" + name)) {
            if (in == null) {
                throw new IOException("the bench was built without savings/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
