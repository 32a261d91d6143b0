package downhill.web.xapi;

import java.net.URI;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * A learning record store, and the key to it.
 *
 * @param endpoint the start of its addresses, to which {@code /statements} is added
 * @param site the address of this site, with which the names of lessons and questions in statements begin
 */
public record XapiSettings(URI endpoint, String user, String password, String site) {
    private static final Set<String> FIELDS = Set.of("endpoint", "user", "password", "site");
    private static final String LOOPBACK = "localhost|127\\.0\\.0\\.1|\\[::1]";

    /** The settings in these properties; IllegalArgumentException names what is missing or makes no sense. */
    public static XapiSettings from(Properties properties) {
        for (String key : properties.stringPropertyNames()) {
            if (!FIELDS.contains(key)) {
                throw new IllegalArgumentException("DOWNHILL_XAPI: there is no setting \"" + key
                        + "\". The settings are " + new TreeSet<>(FIELDS) + ".");
            }
        }
        return new XapiSettings(
                address("endpoint", properties),
                required("user", properties),
                required("password", properties),
                address("site", properties).toString().replaceFirst("/+$", ""));
    }

    private static String required(String key, Properties properties) {
        String value = properties.getProperty(key, "").strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException("DOWNHILL_XAPI: " + key + " is missing. docs/lti.md has an example.");
        }
        return value;
    }

    private static URI address(String key, Properties properties) {
        String text = required(key, properties);
        try {
            return address(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "DOWNHILL_XAPI: " + key + " must be an https address, not \"" + text + "\".");
        }
    }

    /** An address to which secrets may be sent: https, or plain http on this machine alone. */
    public static URI address(String text) {
        URI address = URI.create(text.strip());
        String host = String.valueOf(address.getHost());
        boolean isSafe =
                "https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && host.matches(LOOPBACK));
        if (!isSafe || address.getHost() == null || address.getUserInfo() != null || address.getFragment() != null) {
            throw new IllegalArgumentException(text);
        }
        return address;
    }
}
