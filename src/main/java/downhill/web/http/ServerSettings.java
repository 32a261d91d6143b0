package downhill.web.http;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The settings from the environment.
 *
 * @param port the port to listen on, 0 for any free one
 * @param host the address to bind
 * @param base where the app is mounted, empty or "/…" without a slash at the end
 * @param addresses finds out where a request comes from, behind the proxies that TRUSTED_PROXIES names
 * @param metricsToken the token that opens /metrics to clients from elsewhere, if any
 * @param nodeAddress the address at which other servers of the same database reach this one, if it is not the one that it binds
 * @param development the folder to read templates, content and static files from at every request, if any
 */
public record ServerSettings(
        int port,
        String host,
        String base,
        ClientAddresses addresses,
        Optional<String> metricsToken,
        Optional<String> nodeAddress,
        Optional<Path> development) {
    /** Settings without proxies in front. */
    public ServerSettings(int port, String host, String base, Optional<Path> development) {
        this(port, host, base, ClientAddresses.trusting(""), Optional.empty(), Optional.empty(), development);
    }

    /** The settings in these environment variables; IllegalArgumentException names a variable that makes no sense. */
    public static ServerSettings from(Map<String, String> environment) {
        return new ServerSettings(
                port(environment.getOrDefault("PORT", "7070")),
                environment.getOrDefault("HOST", "127.0.0.1"),
                base(environment.getOrDefault("BASE_PATH", "")),
                ClientAddresses.trusting(environment.getOrDefault("TRUSTED_PROXIES", "")),
                Optional.ofNullable(environment.get("METRICS_TOKEN")).filter(token -> !token.isBlank()),
                Optional.ofNullable(environment.get("NODE_ADDRESS"))
                        .filter(address -> !address.isBlank())
                        .map(ServerSettings::nodeAddress),
                Optional.ofNullable(environment.get("DOWNHILL_DEV")).map(Path::of));
    }

    /**
     * The start of this app's absolute addresses as the client sees them: scheme, host and the place where it is mounted, such as
     * {@code https://learn.example/downhill}. Nothing if the request names no possible host.
     */
    public Optional<String> site(Context ctx) {
        String scheme = addresses.isSecure(ctx) ? "https://" : "http://";
        return Requests.host(ctx).map(host -> scheme + host + base);
    }

    /** The address at which other servers reach this one, once it listens on a port. */
    public String nodeAddress(int open) {
        return nodeAddress.orElseGet(() -> "http://" + (isWildcard() ? localAddress() : host) + ":" + open);
    }

    private boolean isWildcard() {
        return host.equals("0.0.0.0") || host.equals("::");
    }

    /** The address of this machine by its own name, as a container has one. */
    private static String localAddress() {
        try {
            return InetAddress.getLocalHost().getHostAddress();
        } catch (UnknownHostException e) {
            return "127.0.0.1";
        }
    }

    private static String nodeAddress(String text) {
        String trimmed = text.strip();
        if (!trimmed.matches("http://(\\[[0-9A-Fa-f:]+]|[A-Za-z0-9.-]+):\\d{1,5}")) {
            throw new IllegalArgumentException(
                    "NODE_ADDRESS must look like http://10.0.0.5:7070, not \"" + text + "\".");
        }
        return trimmed;
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text.strip());
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // The message is added below.
        }
        throw new IllegalArgumentException("PORT must be a number from 0 to 65535, not \"" + text + "\".");
    }

    private static String base(String text) {
        String trimmed = text.strip();
        while (trimmed.endsWith("/")) {
            trimmed = trimmed.substring(0, trimmed.length() - 1);
        }
        if (!trimmed.isEmpty() && !trimmed.matches("(/[A-Za-z0-9._~-]+)+")) {
            throw new IllegalArgumentException("BASE_PATH must look like /downhill, not \"" + text + "\".");
        }
        return trimmed;
    }
}
