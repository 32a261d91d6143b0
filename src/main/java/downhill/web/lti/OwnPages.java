package downhill.web.lti;

import downhill.course.Course;
import downhill.course.Lesson;
import downhill.web.page.Courses;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages of this site that a platform may open: those of the course and its figures, and nothing else. */
final class OwnPages {
    private static final Pattern LESSON = Pattern.compile("/lessons/([^/]+)(?:/(\\d{1,4}))?");
    private static final Pattern OTHERS =
            Pattern.compile("/?|/lessons|/playground|/labs/(expressions|digits)|/widgets(/[a-z0-9-]+)?|/glossary");
    private static final Set<String> FRAMED =
            Set.of("/", "/lessons", "/playground", "/glossary", "/privacy", "/teachers", "/api", "/offline");

    /** The addresses of this site that start a launch; activities that name one of them get the list of lessons. */
    private static final Pattern START = Pattern.compile("/lti/(launch|login)");

    private final Courses courses;

    OwnPages(Courses courses) {
        this.courses = courses;
    }

    /**
     * The path of an activity's page, below the place where the site is mounted.
     *
     * @param site the address of this site; RefusedLaunchException if the activity is on another one, or no page that can be opened
     */
    String path(String target, String site) {
        URI asked = address(target);
        URI own = address(site);
        String base = own.getRawPath();
        String path = String.valueOf(asked.getRawPath());
        if (!isSame(asked, own) || !(path + "/").startsWith(base + "/")) {
            throw RefusedLaunchException.malformed("The activity’s address does not belong to this site.");
        }
        String below = path.substring(base.length());
        if (START.matcher(below).matches()) {
            return "/lessons";
        }
        if (!exists(below)) {
            throw RefusedLaunchException.malformed("The activity’s page does not exist here, or no longer.");
        }
        String query = asked.getRawQuery();
        return (below.isEmpty() ? "/" : below) + (query == null ? "" : "?" + query);
    }

    private boolean exists(String path) {
        Matcher scene = LESSON.matcher(path);
        if (!scene.matches()) {
            return OTHERS.matcher(path).matches();
        }
        return lesson(path)
                .filter(lesson -> scene.group(2) == null
                        || lesson.scene(Integer.parseInt(scene.group(2))).isPresent())
                .isPresent();
    }

    /** The lesson to which a path leads. */
    Optional<Lesson> lesson(String path) {
        Matcher scene = LESSON.matcher(path.replaceFirst("\\?.*", ""));
        Course course = courses.course();
        return scene.matches() ? course.lesson(scene.group(1)) : Optional.empty();
    }

    /** Tests whether a platform may show a page in a frame: those that lead to each other, and no page of a class. */
    static boolean isFramed(String path) {
        return FRAMED.contains(path)
                || path.startsWith("/lti/")
                || path.startsWith("/lessons/")
                || path.startsWith("/teachers/")
                || path.startsWith("/labs/")
                || path.startsWith("/widgets");
    }

    private static URI address(String text) {
        try {
            return URI.create(text).normalize();
        } catch (IllegalArgumentException e) {
            throw RefusedLaunchException.malformed("The activity’s address is none.");
        }
    }

    private static boolean isSame(URI one, URI other) {
        return one.getUserInfo() == null
                && one.getHost() != null
                && one.getHost().equalsIgnoreCase(other.getHost())
                && String.valueOf(one.getScheme()).equalsIgnoreCase(other.getScheme())
                && port(one) == port(other);
    }

    private static int port(URI address) {
        boolean isSecure = "https".equals(String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT));
        return address.getPort() >= 0 ? address.getPort() : isSecure ? 443 : 80;
    }
}
