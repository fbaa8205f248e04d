package dev.tollgate.local.backend;

import dev.tollgate.local.StackFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * PostgreSQL refuses to run as root. As root it is run in a user namespace, in which it is nobody, or, where the kernel
 * has none to give, as the user {@code postgres}. Anyone else runs it as themselves.
 */
enum AsPostgresUser {
    MYSELF(List.of()),
    IN_USER_NAMESPACE(List.of("unshare", "-U")),
    BY_RUNUSER(List.of("runuser", "-u", "postgres", "--"));

    private final List<String> prefix;

    AsPostgresUser(List<String> prefix) {
        this.prefix = prefix;
    }

    static AsPostgresUser here() throws IOException, InterruptedException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return MYSELF;
        }
        return Stream.of(IN_USER_NAMESPACE, BY_RUNUSER)
                .filter(AsPostgresUser::works)
                .findFirst()
                .orElseThrow(() -> new StackFailure(
                        "PostgreSQL does not run as root, and here are neither user namespaces nor a user postgres."
                                + " Start Tollgate as another user."));
    }

    List<String> argv(Path program, String... arguments) {
        var argv = new ArrayList<>(prefix);
        argv.add(program.toString());
        argv.addAll(List.of(arguments));
        return argv;
    }

    /** Gives the folder to the user that the server will run as. */
    void own(Path folder) throws IOException, InterruptedException {
        if (this == BY_RUNUSER) {
            new ProcessBuilder("chown", "-R", "postgres", folder.toString())
                    .start()
                    .waitFor();
        }
    }

    private boolean works() {
        try {
            return new ProcessBuilder(argv(Path.of("true")))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
