package downhill.web.assets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** The front end's libraries, which come as webjars: their versions, and their files by path {@code name/version/file}. */
public final class Libraries {
    private static final String[] NAMES = {"htmx.org", "three", "uplot"};

    private final Map<String, String> versions = new TreeMap<>();

    public Libraries() {
        for (String name : NAMES) {
            versions.put(name, version(name));
        }
    }

    /** The version of each library, by its name. */
    public Map<String, String> versions() {
        return versions;
    }

    /** The bytes of a file, if a library has it. */
    Optional<byte[]> file(String name, String version, String path) {
        if (!version.equals(versions.get(name))
                || !path.matches("[A-Za-z0-9_-][A-Za-z0-9._/-]*")
                || path.contains("..")) {
            return Optional.empty();
        }
        return stored(name, version, path);
    }

    /** The bytes of a file that a library has. */
    static byte[] bytes(String name, String path) {
        return stored(name, version(name), path)
                .orElseThrow(() -> new IllegalStateException("The webjar " + name + " has no " + path + "."));
    }

    private static Optional<byte[]> stored(String name, String version, String path) {
        return Assets.resource("/META-INF/resources/webjars/" + name + "/" + version + "/" + path);
    }

    private static String version(String name) {
        String place = "/META-INF/maven/org.webjars.npm/" + name + "/pom.properties";
        try (InputStream in = Libraries.class.getResourceAsStream(place)) {
            if (in == null) {
                throw new IllegalStateException("The webjar " + name + " is not on the class path.");
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
