package downhill.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Launches in SQLite. */
class SqliteLaunchTest extends LaunchStoreTest {
    @TempDir
    private Path folder;

    @Override
    StoreSettings settings() {
        return StoreSettings.sqlite(folder);
    }
}
