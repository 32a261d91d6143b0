package downhill.course;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A widget, as {@code widget.json} in its folder describes it.
 *
 * @param name its folder, and the name by which a stage's block calls for it
 * @param element the custom element that draws it; several widgets may be drawn by one, with different attributes
 * @param stages the kinds of stages that may show it in a lesson; none for what only pages use
 * @param labels the labels of its controls, which a scene's text may set in bold
 * @param describes the sections of a description that describe it, each with the condition on its element: an attribute
 *     selector, or nothing
 * @param lessonsOnly true if no page but lessons and demo pages shows it: other pages do without its style sheet
 * @param demo its demo page, if it has one
 */
public record Widget(
        String name,
        String element,
        List<StageKind> stages,
        List<String> labels,
        Map<String, String> describes,
        boolean lessonsOnly,
        Optional<Demo> demo) {
    /** The kinds of stages. */
    public enum StageKind {
        RUN,
        HILL,
        GRAPH,
        LANDSCAPE,
        PERCEPTRON
    }

    /**
     * A widget's demo page.
     *
     * @param name as in the address of the page
     * @param title what the widget is called
     * @param line what one does with it, in a sentence
     * @param show the widgets on the page's stage, in this order; none where its source says it
     * @param source what the stage shows
     * @param topic the part of the index of widgets that lists it
     */
    public record Demo(String name, String title, String line, List<String> show, Source source, Topic topic) {
        /** Returns whether its stage shows a run, which can be recorded. */
        public boolean isOfRun() {
            return source instanceof Source.Xor;
        }
    }

    /** The parts of the index of widgets, in their order. */
    public enum Topic {
        NETWORK("A network and its numbers"),
        BACKPROPAGATION("Backpropagation, step by step"),
        TRAINING("Training and its cost"),
        DESCENT("Hills and gradient descent"),
        ANSWERS("Data and answers"),
        DIGITS("Reading digits");

        private final String title;

        Topic(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** The thing that a demo page's stages show. */
    public sealed interface Source {
        /** The topic of a page that names none. */
        default Topic topic() {
            return switch (this) {
                case Xor _ -> Topic.NETWORK;
                case Formula _ -> Topic.BACKPROPAGATION;
                case Recorded _ -> Topic.TRAINING;
                case Hills _, Landscape _ -> Topic.DESCENT;
                case Perceptron _ -> Topic.ANSWERS;
                case Digits _ -> Topic.DIGITS;
            };
        }

        /** A small run that learns XOR, and each recording. */
        record Xor() implements Source {}

        /** The run that has learned to read digits. */
        record Digits() implements Source {}

        /** A formula. */
        record Formula() implements Source {}

        /** A perceptron on the four examples of AND, beside gradient descent. */
        record Perceptron() implements Source {}

        /** One recording. */
        record Recorded(String recording) implements Source {}

        /** Hills with their walkers, by the id of each stage. */
        record Hills(Map<String, Stage.HillStage> stages) implements Source {}

        /** A slice of a run's cost. */
        record Landscape() implements Source {}
    }
}
