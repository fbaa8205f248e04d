package dev.tollgate.local.fetch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.local.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntegrityTest {
    /** Of the three letters, as {@code openssl dgst -sha512 -binary | base64} tells. */
    private static final Integrity OF_ABC = new Integrity(
            "sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==");

    @TempDir
    Path folder;

    @Test
    void acceptsTheExpectedFile() throws IOException {
        var file = Files.writeString(folder.resolve("package.tgz"), "abc");

        assertThatCode(() -> OF_ABC.check(file)).doesNotThrowAnyException();
    }

    @Test
    void refusesAnyOtherAndNamesIt() throws IOException {
        var file = Files.writeString(folder.resolve("package.tgz"), "abd");

        assertThatThrownBy(() -> OF_ABC.check(file))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("package.tgz")
                .hasMessageContaining(OF_ABC.value());
    }

    @Test
    void isNoOtherDigest() {
        assertThatThrownBy(() -> new Integrity("sha1-qZk+NkcGgWq6PiVxeFDCbJzQ2J0="))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Integrity("sha512-qZk+NkcGgWq6PiVxeFDCbJzQ2J0="))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
