package downhill.course.reading;

import downhill.course.Term;
import downhill.course.text.Content;
import downhill.course.text.Fields;
import downhill.course.text.Links;
import downhill.course.text.Mistakes;
import downhill.course.text.Place;
import downhill.course.text.Prose;
import downhill.course.text.Yaml;
import downhill.course.text.YamlValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the glossary. Where a term is met in a lesson its meaning is shown without links, which would hide in it. */
public final class GlossaryReader {
    private static final String FILE = "glossary.yaml";

    private final Content content;
    private final String base;
    private final Set<String> lessons;
    private final Mistakes mistakes;
    private final Map<String, String> meanings = new HashMap<>();

    GlossaryReader(Content content, String base, Set<String> lessons, Mistakes mistakes) {
        this.content = content;
        this.base = base;
        this.lessons = lessons;
        this.mistakes = mistakes;
    }

    /** The terms in the order of the alphabet. */
    List<Term> read() {
        Place first = new Place("content/" + FILE, 1);
        List<Term> terms = new ArrayList<>();
        content.text(FILE)
                .flatMap(text -> Yaml.document(text, first, mistakes))
                .ifPresentOrElse(
                        document -> read(document.fields(), terms),
                        () -> mistakes.note(first, "there is no glossary here"));
        terms.sort(Comparator.comparing(term -> term.term().toLowerCase(java.util.Locale.ROOT)));
        return List.copyOf(terms);
    }

    private void read(Fields entries, List<Term> terms) {
        Map<String, String> targets = new HashMap<>();
        entries.names().forEach(name -> targets.put(name, ""));
        Prose prose = new Prose(new Links(base, targets, lessons, mistakes), mistakes);
        for (String name : entries.names()) {
            Fields fields = entries.of(name).fields();
            if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
                mistakes.note(
                        entries.place(name), "a name is small letters with - between words, not \"" + name + "\"");
            }
            String html = fields.required("text").map(text -> html(prose, text)).orElse("");
            terms.add(new Term(name, fields.text("term"), fields.texts("also"), html));
            meanings.put(name, html.replaceAll("</?a\\b[^>]*>", ""));
            fields.refuseUnknown();
        }
    }

    private static String html(Prose prose, YamlValue text) {
        return prose.line(text.text(), text.textPlace()).html();
    }

    /** The meanings by name, without links. */
    Map<String, String> meanings() {
        return meanings;
    }
}
