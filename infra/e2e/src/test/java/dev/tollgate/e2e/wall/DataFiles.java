package dev.tollgate.e2e.wall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The files of a running stack, which come and go while they are looked at. */
record DataFiles(Path root) {
    private static final byte[] ZEROS = new byte[4096];

    /** All regular files below, as paths from the root with slashes. */
    List<String> all() {
        var paths = new ArrayList<String>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()) {
                        paths.add(root.relativize(file).toString());
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                    if (failure instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw failure;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                    return failure == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, failure);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return paths;
    }

    /**
     * Its bytes, each as one character; empty if it is gone by now. Of a long stretch of zeros only the beginning: most of a
     * broker's files are laid out before they are written to, and nothing that is looked for has a zero in it.
     */
    Optional<String> bytes(String path) {
        try {
            return Optional.of(withoutStretches(Files.readAllBytes(root.resolve(path))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutStretches(byte[] bytes) {
        int kept = 0;
        boolean zerosBefore = false;
        for (int from = 0; from < bytes.length; from += ZEROS.length) {
            int to = Math.min(from + ZEROS.length, bytes.length);
            boolean zeros = Arrays.equals(bytes, from, to, ZEROS, 0, to - from);
            if (!zeros || !zerosBefore) {
                System.arraycopy(bytes, from, bytes, kept, to - from);
                kept += to - from;
            }
            zerosBefore = zeros;
        }
        return new String(bytes, 0, kept, StandardCharsets.ISO_8859_1);
    }
}
