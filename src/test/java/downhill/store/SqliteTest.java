package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.live.archive.ArchiveException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The store in SQLite, and the choice of the database. */
class SqliteTest extends StoreTest {
    private final Path folder = folder();

    private static Path folder() {
        try {
            return Files.createTempDirectory("downhill-store");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    StoreSettings settings() {
        return StoreSettings.sqlite(folder);
    }

    @Test
    void theFolderIsTheOneNamedOrInTheUsersData() {
        assertThat(StoreSettings.from(Map.of("DOWNHILL_DATA", "/data")).url())
                .isEqualTo("jdbc:sqlite:/data/downhill.db");
        assertThat(StoreSettings.from(Map.of("XDG_DATA_HOME", "/share")).url())
                .isEqualTo("jdbc:sqlite:/share/downhill/downhill.db");
        assertThat(StoreSettings.from(Map.of()).url()).endsWith("/.local/share/downhill/downhill.db");
    }

    @Test
    void anAddressOfPostgresqlIsRead() {
        StoreSettings settings = StoreSettings.from(
                Map.of("DATABASE_URL", "postgresql://ann:secret@db.example:5433/downhill?sslmode=require"));
        assertThat(settings.url()).isEqualTo("jdbc:postgresql://db.example:5433/downhill?sslmode=require");
        assertThat(settings.properties()).isEqualTo(Map.of("user", "ann", "password", "secret"));
        assertThatThrownBy(() -> StoreSettings.from(Map.of("DATABASE_URL", "mysql://ann:secret@db/downhill")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DATABASE_URL")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.createTempFile("downhill", ".txt");
        assertThatThrownBy(() -> Store.open(StoreSettings.sqlite(file.resolve("data"))))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining(file.toString());
    }
}
