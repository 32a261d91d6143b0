package downhill.web.lti;

import downhill.web.xapi.XapiSettings;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The learning platforms that may send learners here. Without any, everything about them is off.
 *
 * @param site the address of this site as the platforms know it; without it, the address that a request names
 * @param keep the server forgets a learner who did nothing for so long
 * @param xapi the store that gets statements about these learners, if any
 */
public record LtiSettings(Optional<String> site, List<Platform> platforms, Duration keep, Optional<XapiSettings> xapi) {
    private static final int KEEP_DAYS = 180;
    private static final int MOST_DAYS = 3650;

    /** The settings without any platform. */
    public static final LtiSettings OFF =
            new LtiSettings(Optional.empty(), List.of(), Duration.ofDays(KEEP_DAYS), Optional.empty());

    private static final Set<String> FIELDS =
            Set.of("issuer", "client", "deployments", "login", "token", "keys", "origins");

    private static final Set<String> SHARED = Set.of("site", "keepDays");

    /** Tests whether there is any platform. */
    public boolean isOn() {
        return !platforms.isEmpty();
    }

    /** The settings in the files that DOWNHILL_LTI and DOWNHILL_XAPI name; IllegalArgumentException names what makes no sense. */
    public static LtiSettings from(Map<String, String> environment) {
        Optional<Properties> lti = file(environment, "DOWNHILL_LTI");
        Optional<Properties> xapi = file(environment, "DOWNHILL_XAPI");
        if (xapi.isPresent() && lti.isEmpty()) {
            throw new IllegalArgumentException(
                    "DOWNHILL_XAPI needs DOWNHILL_LTI: statements are sent about learners who come from a platform alone.");
        }
        return lti.isPresent() ? from(lti.get(), xapi.map(XapiSettings::from)) : OFF;
    }

    private static Optional<Properties> file(Map<String, String> environment, String variable) {
        String name = environment.getOrDefault(variable, "").strip();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(name))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    variable + ": the file " + name + " cannot be read. It must exist, and be in UTF-8.", e);
        }
        return Optional.of(properties);
    }

    static LtiSettings from(Properties properties, Optional<XapiSettings> xapi) {
        var names = new TreeSet<String>();
        for (String key : properties.stringPropertyNames()) {
            int dot = key.lastIndexOf('.');
            if (dot > 0 && FIELDS.contains(key.substring(dot + 1))) {
                names.add(key.substring(0, dot));
            } else if (!SHARED.contains(key)) {
                throw new IllegalArgumentException("DOWNHILL_LTI: there is no setting \"" + key + "\". A platform has "
                        + new TreeSet<>(FIELDS) + ".");
            }
        }
        if (names.isEmpty()) {
            throw new IllegalArgumentException("DOWNHILL_LTI: the file names no platform. docs/lti.md has an example.");
        }
        Optional<String> site = Optional.ofNullable(properties.getProperty("site"))
                .map(text -> address("site", text).toString().replaceFirst("/+$", ""));
        return new LtiSettings(
                site,
                names.stream().map(name -> platform(name, properties)).toList(),
                Duration.ofDays(days(properties.getProperty("keepDays", String.valueOf(KEEP_DAYS)))),
                xapi);
    }

    private static int days(String text) {
        if (text.strip().matches("[1-9]\\d{0,3}") && Integer.parseInt(text.strip()) <= MOST_DAYS) {
            return Integer.parseInt(text.strip());
        }
        throw new IllegalArgumentException(
                "DOWNHILL_LTI: keepDays must be a whole number from 1 to " + MOST_DAYS + ", not \"" + text + "\".");
    }

    private static Platform platform(String name, Properties properties) {
        URI login = address(name + ".login", required(name + ".login", properties));
        URI token = address(name + ".token", required(name + ".token", properties));
        URI keys = address(name + ".keys", required(name + ".keys", properties));
        var origins = new LinkedHashSet<String>();
        Stream.of(login, token, keys).map(Platform::origin).forEach(origins::add);
        list(properties.getProperty(name + ".origins", ""))
                .forEach(text -> origins.add(Platform.origin(address(name + ".origins", text))));
        return new Platform(
                name,
                required(name + ".issuer", properties),
                required(name + ".client", properties),
                Set.copyOf(list(required(name + ".deployments", properties))),
                login,
                token,
                keys,
                origins);
    }

    private static String required(String key, Properties properties) {
        String value = properties.getProperty(key, "").strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException(
                    "DOWNHILL_LTI: " + key + " is missing. docs/lti.md says where to find it.");
        }
        return value;
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static URI address(String key, String text) {
        try {
            return XapiSettings.address(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "DOWNHILL_LTI: " + key + " must be an https address, not \"" + text + "\".");
        }
    }
}
