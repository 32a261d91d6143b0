package downhill;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** A program that ends with 0 if the app on this machine is ready; for containers without curl. */
final class HealthCheck {
    private static final int MILLISECONDS = 2500;

    private HealthCheck() {}

    /** Asks {@code /health/ready} on PORT, under BASE_PATH. */
    public static void main(String[] arguments) throws IOException {
        String port = System.getenv().getOrDefault("PORT", "7070");
        String base = System.getenv().getOrDefault("BASE_PATH", "");
        var connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + base + "/health/ready")
                .toURL()
                .openConnection();
        connection.setConnectTimeout(MILLISECONDS);
        connection.setReadTimeout(MILLISECONDS);
        System.exit(connection.getResponseCode() == 200 ? 0 : 1);
    }
}
