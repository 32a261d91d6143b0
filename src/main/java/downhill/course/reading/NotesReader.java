package downhill.course.reading;

import downhill.course.ProgramNote;
import downhill.course.text.Content;
import downhill.course.text.Fields;
import downhill.course.text.Mistakes;
import downhill.course.text.Place;
import downhill.course.text.Prose;
import downhill.course.text.Yaml;
import downhill.export.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the sentences about the parts of exported programs, if a course has them. */
final class NotesReader {
    private static final String FILE = "program.yaml";

    private final Content content;
    private final Prose prose;
    private final Mistakes mistakes;

    NotesReader(Content content, Prose prose, Mistakes mistakes) {
        this.content = content;
        this.prose = prose;
        this.mistakes = mistakes;
    }

    /** The notes in the order of the file; none without the file. */
    List<ProgramNote> read() {
        Place first = new Place("content/" + FILE, 1);
        return content.text(FILE)
                .flatMap(text -> Yaml.document(text, first, mistakes))
                .map(document -> read(document.fields()))
                .orElse(List.of());
    }

    private List<ProgramNote> read(Fields entries) {
        List<ProgramNote> notes = new ArrayList<>();
        for (String name : entries.names()) {
            Fields fields = entries.of(name).fields();
            Optional<Part> part = Arrays.stream(Part.values())
                    .filter(p -> p.key().equals(name))
                    .findFirst();
            String title = fields.text("title");
            String html = fields.required("text")
                    .map(text -> prose.line(text.text(), text.textPlace()).html())
                    .orElse("");
            fields.refuseUnknown();
            part.ifPresentOrElse(
                    p -> notes.add(new ProgramNote(p, title, html)),
                    () -> mistakes.unknown(
                            entries.place(name),
                            "part of a program",
                            name,
                            Arrays.stream(Part.values()).map(Part::key).collect(Collectors.toSet())));
        }
        return List.copyOf(notes);
    }
}
