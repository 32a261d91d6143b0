package downhill.store;

import downhill.bench.Postgres;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A PostgreSQL that runs for the tests of a class. */
final class RealPostgres implements BeforeAllCallback, AfterAllCallback {
    private @Nullable Postgres server;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException, InterruptedException {
        server = Postgres.start(true).orElseThrow();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        server().close();
    }

    private Postgres server() {
        if (server == null) {
            throw new IllegalStateException("The server has not started.");
        }
        return server;
    }

    StoreSettings settings() {
        return StoreSettings.from(Map.of("DATABASE_URL", server().url()));
    }

    /** Empties tables, given with commas between them. */
    void empty(String tables) throws SQLException {
        StoreSettings settings = settings();
        try (var connection = DriverManager.getConnection(settings.url(), settings.driverProperties());
                var statement = connection.createStatement()) {
            statement.execute("TRUNCATE " + tables);
        }
    }
}
