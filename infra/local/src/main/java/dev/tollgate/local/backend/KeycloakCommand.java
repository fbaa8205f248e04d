package dev.tollgate.local.backend;

import dev.tollgate.local.part.Jvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code kc.sh start --optimized} would run, without the shell script between: it keeps a process of its own and
 * starts Java below it, so signals and exit status would be those of a shell.
 */
final class KeycloakCommand {
    private KeycloakCommand() {}

    static List<String> argv(Path home, int port, int managementPort, String databaseUrl) {
        var argv = new ArrayList<>(List.of(Jvm.java(), "-Xms64m", "-Xmx256m", "-XX:MaxMetaspaceSize=256m"));
        argv.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
        argv.addAll(List.of("-Dfile.encoding=UTF-8", "-Duser.language=en", "-Duser.country=US"));
        for (var opened : List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            argv.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        argv.add("--enable-native-access=ALL-UNNAMED");
        argv.add("-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");
        argv.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        argv.add("-Dpicocli.disable.closures=true");
        argv.add("-Dkc.home.dir=" + home);
        argv.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        argv.addAll(List.of("-cp", home.resolve("lib/quarkus-run.jar").toString()));
        argv.addAll(List.of("io.quarkus.bootstrap.runner.QuarkusEntryPoint", "start", "--optimized"));
        argv.addAll(List.of("--http-enabled=true", "--http-host=127.0.0.1", "--http-port=" + port));
        argv.addAll(List.of("--hostname=http://127.0.0.1:" + port, "--http-management-port=" + managementPort));
        argv.addAll(List.of("--cache=local", "--db-url=" + databaseUrl, "--import-realm"));
        // Asking before it is ready is the stack's way to wait, not something to tell.
        argv.add("--log-level=info,io.smallrye.health:off");
        return argv;
    }
}
