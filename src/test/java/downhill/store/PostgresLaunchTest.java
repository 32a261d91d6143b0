package downhill.store;

import downhill.bench.Postgres;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Launches in a real PostgreSQL, which the tests start; they are skipped where none is installed. */
@EnabledIf("isInstalled")
class PostgresLaunchTest extends LaunchStoreTest {
    @RegisterExtension
    static final RealPostgres POSTGRES = new RealPostgres();

    static boolean isInstalled() throws IOException {
        return Postgres.isInstalled();
    }

    @BeforeEach
    void empty() throws SQLException {
        POSTGRES.empty("launches, logins");
    }

    @Override
    StoreSettings settings() {
        return POSTGRES.settings();
    }
}
