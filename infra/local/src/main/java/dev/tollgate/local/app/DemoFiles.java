package dev.tollgate.local.app;

import dev.tollgate.local.part.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that the demo's file server shows to agents. */
public final class DemoFiles {
    private DemoFiles() {}

    static Path folder(DataFolder data) {
        return data.of("demo-files");
    }

    /** Laid out once; what a person or an agent changes there stays. */
    static void layOut(DataFolder data) throws IOException {
        if (Files.exists(folder(data))) {
            return;
        }
        Files.createDirectories(folder(data).resolve("reports"));
        Files.writeString(folder(data).resolve("welcome.txt"), """
                This folder belongs to the demo tenant. Agents read it through Tollgate,
                by the tools of the server "filesystem" that their key may use.
                """);
        Files.writeString(folder(data).resolve("reports/2026-q3.csv"), """
                month,agents,calls
                July,12,48210
                August,15,61984
                September,21,90377
                """);
        Files.writeString(folder(data).resolve("reports/notes.md"), """
                # Third quarter

                - Calls grew by half each month.
                - Most of them list and read files.
                """);
    }
}
