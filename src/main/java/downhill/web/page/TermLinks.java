package downhill.web.page;

import downhill.course.Course;
import downhill.course.Term;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;

/** Links from pages outside the lessons into the glossary; each shows its meaning in place. */
public final class TermLinks {
    /** Leaves the words as they are, for a page without a glossary at hand. */
    public static final TermLinks NONE = new TermLinks("", Optional.empty());

    private final String base;
    private final Optional<Supplier<Course>> course;

    private TermLinks(String base, Optional<Supplier<Course>> course) {
        this.base = base;
        this.course = course;
    }

    static TermLinks into(String base, Supplier<Course> course) {
        return new TermLinks(base, Optional.of(course));
    }

    /** The words as HTML, linked to a glossary entry; NoSuchElementException names an entry that is missing. */
    public String link(String name, String words) {
        return course.map(read -> link(name, words, meaning(read.get(), name))).orElse(words);
    }

    /** The same with a meaning of the page's own, for this place. */
    public String link(String name, String words, String meaning) {
        if (course.isEmpty()) {
            return words;
        }
        String id = "meaning-" + words.toLowerCase(Locale.ROOT).replace(' ', '-');
        return "<x-term data-term=\"" + words + "\"><a href=\"" + base + "/glossary#" + name + "\" aria-describedby=\""
                + id + "\">" + words + "</a><span class=\"meaning\" role=\"tooltip\" id=\"" + id + "\" popover>"
                + meaning + "</span></x-term>";
    }

    /** The entry's text without its own links: what pops up leads nowhere. */
    private static String meaning(Course course, String name) {
        return course.term(name)
                .map(Term::html)
                .map(html -> html.replaceAll("</?(a|x-term)\\b[^>]*>", ""))
                .orElseThrow(() -> new NoSuchElementException("The glossary has no entry \"" + name + "\"."));
    }
}
