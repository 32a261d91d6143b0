package downhill.store;

import downhill.bench.Postgres;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIf;

/** Classes in a real PostgreSQL, which the tests start; they are skipped where none is installed. */
@EnabledIf("isInstalled")
class PostgresClassTest extends ClassStoreTest {
    private static Postgres server;

    static boolean isInstalled() throws IOException {
        return Postgres.isInstalled();
    }

    @BeforeAll
    static void startServer() throws IOException, InterruptedException {
        server = Postgres.start(true).orElseThrow();
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        StoreSettings settings = settings();
        try (var connection = DriverManager.getConnection(settings.url(), settings.driverProperties());
                var statement = connection.createStatement()) {
            statement.execute("TRUNCATE classes, learners, responses");
        }
    }

    @Override
    StoreSettings settings() {
        return StoreSettings.from(Map.of("DATABASE_URL", server.url()));
    }
}
