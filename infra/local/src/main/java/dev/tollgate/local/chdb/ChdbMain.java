package dev.tollgate.local.chdb;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs ClickHouse's engine in this process until standard input closes.
 *
 * <p>Arguments: the library's path, then the engine's own arguments as clickhouse-local takes them.
 */
public final class ChdbMain {
    private static final Linker LINKER = Linker.nativeLinker();

    private ChdbMain() {}

    /** Returns never: the process ends with the engine. */
    public static void main(String[] arguments) throws Throwable {
        var library = SymbolLookup.libraryLookup(Path.of(arguments[0]), Arena.global());
        // Otherwise the engine's crash handlers take the signals that the JVM itself lives by.
        LINKER.downcallHandle(
                        library.findOrThrow("chdb_set_signal_handlers_enabled"),
                        FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT))
                .invokeExact(0);
        var engineArguments = List.of(arguments).subList(1, arguments.length);
        var result = (MemorySegment) LINKER.downcallHandle(
                        library.findOrThrow("chdb_query_cmdline"),
                        FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.ADDRESS))
                .invokeExact(engineArguments.size() + 1, argv(engineArguments));
        exit(result.equals(MemorySegment.NULL) ? 1 : 0);
    }

    private static MemorySegment argv(List<String> arguments) {
        var arena = Arena.global();
        var argv = arena.allocate(ValueLayout.ADDRESS, arguments.size() + 2L);
        argv.setAtIndex(ValueLayout.ADDRESS, 0, arena.allocateFrom("clickhouse"));
        for (int i = 0; i < arguments.size(); i++) {
            argv.setAtIndex(ValueLayout.ADDRESS, i + 1L, arena.allocateFrom(arguments.get(i)));
        }
        return argv;
    }

    /** Ends by libc's {@code _exit}: the JVM's own way out runs the engine's destructors under live threads. */
    private static void exit(int status) throws Throwable {
        LINKER.downcallHandle(
                        LINKER.defaultLookup().findOrThrow("_exit"), FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT))
                .invokeExact(status);
    }
}
