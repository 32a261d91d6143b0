package downhill.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Classes in SQLite. */
class SqliteClassTest extends ClassStoreTest {
    @TempDir
    private Path folder;

    @Override
    StoreSettings settings() {
        return StoreSettings.sqlite(folder);
    }
}
