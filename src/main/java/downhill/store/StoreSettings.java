package downhill.store;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The place of the store.
 *
 * @param url the JDBC address
 * @param bytes the database's name of a column of bytes
 * @param connections the most connections at once
 * @param properties for the driver
 */
public record StoreSettings(String url, String bytes, int connections, Map<String, String> properties) {
    /**
     * The place that DATABASE_URL names, or else SQLite in the folder of DOWNHILL_DATA, which is made if need be.
     * IllegalArgumentException names a variable that makes no sense.
     */
    public static StoreSettings from(Map<String, String> environment) {
        String url = environment.getOrDefault("DATABASE_URL", "").strip();
        return url.isEmpty() ? sqlite(folder(environment)) : postgresql(url);
    }

    /** SQLite in a folder. */
    public static StoreSettings sqlite(Path folder) {
        // FULL: a change is on the disk before it is answered, even if the machine loses its power
        return new StoreSettings(
                "jdbc:sqlite:" + folder.resolve("downhill.db"),
                "BLOB",
                4,
                Map.of("journal_mode", "WAL", "synchronous", "FULL", "busy_timeout", "5000", "foreign_keys", "true"));
    }

    private static Path folder(Map<String, String> environment) {
        @Nullable String named = environment.get("DOWNHILL_DATA");
        if (named != null && !named.isBlank()) {
            return Path.of(named.strip());
        }
        @Nullable String shared = environment.get("XDG_DATA_HOME");
        Path home = shared != null && !shared.isBlank()
                ? Path.of(shared)
                : Path.of(System.getProperty("user.home"), ".local", "share");
        return home.resolve("downhill");
    }

    /** PostgreSQL at an address like postgresql://user:password@host:5432/downhill, or one that begins with jdbc:postgresql:. */
    static StoreSettings postgresql(String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            return new StoreSettings(url, "BYTEA", 8, Map.of());
        }
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw wrong();
        }
        if (uri.getHost() == null || !("postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme()))) {
            throw wrong();
        }
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String place = uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
        return new StoreSettings(
                "jdbc:postgresql://" + place + uri.getRawPath() + query, "BYTEA", 8, account(uri.getUserInfo()));
    }

    private static Map<String, String> account(@Nullable String user) {
        if (user == null) {
            return Map.of();
        }
        int colon = user.indexOf(':');
        return colon < 0
                ? Map.of("user", user)
                : Map.of("user", user.substring(0, colon), "password", user.substring(colon + 1));
    }

    private static IllegalArgumentException wrong() {
        // The address is not repeated: it may hold a password.
        return new IllegalArgumentException(
                "DATABASE_URL must look like postgresql://user:password@host:5432/downhill.");
    }

    Properties driverProperties() {
        var all = new Properties();
        all.putAll(properties);
        return all;
    }
}
