package dev.tollgate.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where one stack keeps everything that is its own.
 *
 * @param root made, for this user only, where it is not there
 */
public record DataFolder(Path root) {
    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** Makes the folder readable by nobody else: it holds passwords. */
    public void create() throws IOException {
        if (!Files.exists(root)) {
            Files.createDirectories(root);
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
        }
        Files.createDirectories(root.resolve("logs"));
        Files.createDirectories(root.resolve("run"));
    }

    /** A part's own folder. */
    public Path of(String part) {
        return root.resolve(part);
    }

    public Path log(String part) {
        return root.resolve("logs").resolve(part + ".log");
    }

    /** What is true only while the stack runs. */
    public Path run(String file) {
        return root.resolve("run").resolve(file);
    }

    /** Writes a file that only this user may read. */
    public static void writeSecret(Path file, String content) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, content);
    }
}
