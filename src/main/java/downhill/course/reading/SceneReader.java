package downhill.course.reading;

import downhill.course.Question;
import downhill.course.Scene;
import downhill.course.ScenePart;
import downhill.course.Stage;
import downhill.course.reading.StageReader.Declared;
import downhill.course.text.Mistakes;
import downhill.course.text.Passage;
import downhill.course.text.Place;
import downhill.course.text.Prose;
import downhill.course.text.Yaml;
import downhill.course.text.YamlValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Cuts a lesson's Markdown into scenes, and reads their parts. */
public final class SceneReader {
    private static final int MOST_WORDS = 130;
    private static final List<String> BLOCKS = List.of("stage", "predict", "check", "gaps", "challenge");

    private final Prose prose;
    private final Mistakes mistakes;
    private final StageReader stages;
    private final QuestionReader questions;
    private final Set<String> ids = new HashSet<>();

    private Place body = new Place("", 1);

    SceneReader(Prose prose, Mistakes mistakes, StageReader stages) {
        this.prose = prose;
        this.mistakes = mistakes;
        this.stages = stages;
        this.questions = new QuestionReader(prose, stages.widgets(), stages.runs());
    }

    List<Scene> read(String markdown, Place place) {
        body = place;
        List<Scene> scenes = new ArrayList<>();
        List<Node> nodes = children(Prose.tree(markdown));
        int first = next(nodes, 0);
        if (first > 0 || nodes.isEmpty()) {
            mistakes.note(nodes.isEmpty() ? body : place(nodes.getFirst()), "a scene begins with its title: # Title");
        }
        for (int start = first; start < nodes.size(); start = next(nodes, start + 1)) {
            scene(nodes.subList(start, next(nodes, start + 1)), scenes);
        }
        return List.copyOf(scenes);
    }

    /** The first title from here on, or the end. */
    private static int next(List<Node> nodes, int from) {
        int i = from;
        while (i < nodes.size() && !(nodes.get(i) instanceof Heading h && h.getLevel() == 1)) {
            i++;
        }
        return i;
    }

    private Place place(Node node) {
        return body.down(Prose.line(node));
    }

    private static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }

    private void scene(List<Node> nodes, List<Scene> before) {
        Place place = place(nodes.getFirst());
        List<Declared> own = stages(nodes);
        if (own.isEmpty() && before.isEmpty()) {
            mistakes.note(place, "the first scene has no stage");
        }
        Stage kept = before.isEmpty() ? StageReader.EMPTY : before.getLast().stage();
        Declared declared = own.isEmpty() ? new Declared(kept, true, false) : own.getLast();
        if (!own.isEmpty() && declared.continues()) {
            refuseToContinue(declared.stage(), before, place);
        }
        List<ScenePart> parts = parts(nodes.subList(1, nodes.size()), declared.stage(), place);
        List<String> words =
                own.isEmpty() && !before.isEmpty() ? before.getLast().words() : stages.words();
        before.add(new Scene(
                before.size() + 1,
                title(nodes.getFirst(), place),
                declared.stage(),
                declared.continues(),
                declared.optional(),
                words,
                parts));
    }

    /** A scene continues the one before only if both show the same run, hill or graph. */
    private void refuseToContinue(Stage stage, List<Scene> before, Place place) {
        if (before.isEmpty()) {
            mistakes.note(place, "the first scene has nothing to continue");
            return;
        }
        Stage last = before.getLast().stage();
        if (!stage.equals(StageReader.EMPTY)
                && !last.equals(StageReader.EMPTY)
                && !stage.subject().equals(last.subject())) {
            mistakes.note(
                    place,
                    "this scene shows " + stage.subject() + " and the scene before shows " + last.subject()
                            + ", so it cannot continue it");
        }
    }

    /** The stages of a scene, of which there should be one at most; an empty one for what cannot be shown. */
    private List<Declared> stages(List<Node> nodes) {
        List<Declared> found = new ArrayList<>();
        for (Node node : nodes) {
            if (node instanceof FencedCodeBlock block && "stage".equals(block.getInfo())) {
                if (!found.isEmpty()) {
                    mistakes.note(place(node), "this scene has a stage already");
                }
                found.add(Yaml.document(block.getLiteral(), place(node).down(1), mistakes)
                        .flatMap(stages::read)
                        .orElse(new Declared(StageReader.EMPTY, false, false)));
            }
        }
        return found;
    }

    private String title(Node heading, Place place) {
        StringBuilder title = new StringBuilder();
        for (Node node : children(heading)) {
            if (node instanceof Text text) {
                title.append(text.getLiteral());
            } else {
                mistakes.note(place, "a title is plain words");
            }
        }
        prose.title(title.toString(), place);
        return title.toString();
    }

    private List<ScenePart> parts(List<Node> nodes, Stage stage, Place place) {
        List<ScenePart> parts = new ArrayList<>();
        Document text = new Document();
        int words = 0;
        for (Node node : nodes) {
            if (node instanceof FencedCodeBlock block) {
                words += add(text, stage, parts);
                text = new Document();
                parts.addAll(block(block, stage));
            } else {
                text.appendChild(node);
            }
        }
        words += add(text, stage, parts);
        if (words > MOST_WORDS) {
            mistakes.note(place, "this scene has " + words + " words; about 120 are the most, so cut it or make two");
        }
        return List.copyOf(parts);
    }

    /** Adds the text so far, and returns its number of words. */
    private int add(Document text, Stage stage, List<ScenePart> parts) {
        if (text.getFirstChild() == null) {
            return 0;
        }
        Passage passage = prose.passage(text, body, false);
        Quantities.of(stage, stages.runs()).check(passage, mistakes);
        Labels.of(stage, stages.widgets()).check(passage, mistakes);
        parts.add(new ScenePart.Text(passage.html()));
        return passage.words();
    }

    private List<Question> block(FencedCodeBlock block, Stage stage) {
        String info = block.getInfo() == null ? "" : block.getInfo();
        if (!BLOCKS.contains(info)) {
            mistakes.unknown(place(block), "block", info, BLOCKS);
            return List.of();
        }
        if (info.equals("stage") || (info.equals("challenge") && stage.equals(StageReader.EMPTY))) {
            return List.of();
        }
        List<Question> read = new ArrayList<>();
        for (YamlValue yaml : Yaml.documents(block.getLiteral(), place(block).down(1), mistakes)) {
            Question question = questions.read(info, yaml, stage);
            if (!ids.add(question.id())) {
                yaml.refuse("the id \"" + question.id() + "\" is taken in this lesson");
            }
            read.add(question);
        }
        return read;
    }
}
