package dev.tollgate.e2e.wall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Reads every byte below the data folder as it lies there. What a backend compresses is not seen so; those suites see it that
 * ask the backend.
 */
@EndToEnd
@DisplayName("What lies on the disk")
class DiskWallIT {
    private final Neighbours neighbours;
    private final DataFiles files;

    DiskWallIT(Tollgate tollgate) {
        this.neighbours = Neighbours.in(tollgate);
        this.files = new DataFiles(tollgate.data());
    }

    @Test
    @DisplayName("is of kinds that the suite knows")
    void every_file_is_known() {
        assertThat(files.all())
                .as("files of the stack; each needs a kind in FileKind")
                .isNotEmpty()
                .allSatisfy(path -> assertThat(FileKind.of(path)).as(path).isNotEmpty());
    }

    @Test
    @DisplayName("holds no virtual key, no person's password, no token and no content of a call, whatever it is")
    void no_secret_of_a_tenant() {
        assertThat(found(neighbours.confidences(), _ -> true)).isEmpty();
    }

    @Test
    @DisplayName("holds the stack's own passwords only where one signs in by them")
    void no_secret_of_the_stack() throws IOException {
        var own = Confidences.of(generated());

        assertThat(found(own, kind -> !kind.mayHoldGeneratedPasswords())).isEmpty();
        assertThat(found(own, FileKind::mayHoldGeneratedPasswords))
                .as("the look finds them")
                .isNotEmpty();
    }

    private Map<String, String> generated() throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(files.bytes("secrets.properties").orElseThrow()));
        var texts = new LinkedHashMap<String, String>();
        properties.forEach((name, value) -> texts.put(name.toString(), value.toString()));
        texts.put("signing key", files.bytes("config-signing.key").orElseThrow().strip());
        texts.put(
                "seal key",
                files.bytes("gateway-seal.keys").orElseThrow().strip().substring("local=".length()));
        texts.put("master key", files.bytes("master.keys").orElseThrow().strip().substring("local=".length()));
        assertThat(texts).hasSizeGreaterThan(3);
        return texts;
    }

    private List<String> found(Confidences confidences, Predicate<FileKind> kinds) {
        var found = new ArrayList<String>();
        for (var path : files.all()) {
            if (FileKind.of(path).stream().anyMatch(kinds)) {
                files.bytes(path)
                        .ifPresent(text ->
                                confidences.in(text).forEach(what -> found.add("%s: %s".formatted(path, what))));
            }
        }
        return found;
    }

    @Test
    @DisplayName("is one snapshot a tenant, in which no other is named")
    void a_snapshot_is_one_tenants() {
        Eventually.passes(
                "the gateway has both on its disk",
                () -> assertThat(snapshots())
                        .containsKeys(
                                neighbours.a().estate().tenant().toString(),
                                neighbours.b().estate().tenant().toString()));
        var snapshots = snapshots();

        snapshots.forEach((tenant, text) -> assertThat(snapshots.keySet())
                .as("tenants named in the snapshot of %s", tenant)
                .filteredOn(text::contains)
                .containsExactly(tenant));
        neighbours.eachAndTheOther().forEach((one, other) -> {
            var text =
                    Objects.requireNonNull(snapshots.get(one.estate().tenant().toString()));
            assertThat(text).contains(one.estate().key(), one.estate().server().toString());
            assertThat(other.estate().traces())
                    .as("traces of %s", other.estate().marker())
                    .noneMatch(text::contains);
        });
    }

    /** By the tenant that each is named after. */
    private Map<String, String> snapshots() {
        var snapshots = new LinkedHashMap<String, String>();
        for (var path : files.all()) {
            if (path.matches(Tollgate.GATEWAY + "/data/snapshots/.*\\.snapshot")) {
                var name = path.substring(path.lastIndexOf('/') + 1).replace(".snapshot", "");
                files.bytes(path).ifPresent(text -> snapshots.put(name, text));
            }
        }
        return snapshots;
    }
}
