package dev.tollgate.bench.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The report of one run: printed as it grows, and kept in a file. */
public final class Report {
    private final PrintStream out;
    private final Path file;

    /**
     * @param file written anew
     */
    public Report(PrintStream out, Path file) throws IOException {
        this.out = out;
        this.file = file;
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, "");
    }

    /** Adds a section, at once on paper. */
    public void section(String title, String text) throws IOException {
        String whole = "## " + title + "\n\n" + text.strip() + "\n\n";
        out.print("\n" + whole);
        Files.writeString(file, whole, StandardOpenOption.APPEND);
    }

    /** Tells a person who waits; not part of the report. */
    public void progress(String line) {
        out.println(line);
    }

    public Path file() {
        return file;
    }
}
