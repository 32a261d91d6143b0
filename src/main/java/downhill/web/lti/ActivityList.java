package downhill.web.lti;

import downhill.course.Lesson;
import downhill.course.Widget.Demo;
import java.util.List;

/**
 * The activities from which a teacher chooses one for a course.
 *
 * @param base the place where the site is mounted
 * @param choice the sealed text that says where the choice goes
 */
public record ActivityList(String base, String choice, List<Lesson> lessons, List<Demo> figures) {}
