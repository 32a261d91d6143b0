package downhill.json.family;

import downhill.data.builtin.FamilyTree;
import downhill.data.builtin.FamilyTree.Couple;
import downhill.data.builtin.FamilyTree.Siblings;
import downhill.insight.family.FamilyAnswer;
import downhill.insight.family.FamilyFeature;
import downhill.insight.family.FamilyPlan;
import downhill.insight.family.FamilyScore;
import downhill.insight.family.PersonUnit;
import downhill.json.form.Json;
import downhill.train.step.Run;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The two family trees, and what a network has learned of them, as JSON in UTF-8. */
public final class FamilyJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> FAMILIES = List.of("English", "Italian");

    private FamilyJson() {}

    /** The trees, the features of the people, and the units, the held-out questions and the score of a run at its newest step. */
    public static byte[] write(Run run) {
        ObjectNode node = NODES.objectNode().put("step", run.step());
        texts(node.putArray("people"), FamilyTree.people());
        texts(node.putArray("relations"), FamilyTree.relations());
        ArrayNode families = node.putArray("families");
        for (int family = 0; family < FAMILIES.size(); family++) {
            family(families.addObject().put("name", FAMILIES.get(family)), family);
        }
        ArrayNode features = node.putArray("features");
        for (FamilyFeature feature : FamilyFeature.values()) {
            ObjectNode one = features.addObject().put("name", feature.word()).put("note", feature.note());
            numbers(one.putArray("values"), feature.ofAll());
        }
        ArrayNode units = node.putArray("units");
        PersonUnit.all(run).forEach(unit -> unit(units.addObject(), unit));
        ArrayNode held = node.putArray("heldOut");
        FamilyAnswer.heldOut(run.data()).forEach(question -> question(held.addObject(), question));
        node.put("score", FamilyScore.of(run).sentence());
        return Json.bytes(node);
    }

    private static void family(ObjectNode node, int family) {
        List<List<Integer>> rows = FamilyPlan.rows(family);
        Predicate<Integer> isHere = person -> rows.stream().anyMatch(row -> row.contains(person));
        ArrayNode generations = node.putArray("rows");
        rows.forEach(row -> whole(generations.addArray(), row));
        ArrayNode couples = node.putArray("couples");
        for (Couple couple : FamilyTree.couples()) {
            if (isHere.test(couple.husband())) {
                whole(couples.addArray(), List.of(couple.husband(), couple.wife()));
            }
        }
        ArrayNode children = node.putArray("siblings");
        for (Siblings one : FamilyTree.siblings()) {
            if (isHere.test(one.son())) {
                ObjectNode siblings = children.addObject();
                whole(
                        siblings.putArray("parents"),
                        List.of(one.parents().husband(), one.parents().wife()));
                whole(siblings.putArray("children"), List.of(one.son(), one.daughter()));
            }
        }
        whole(node.putArray("figure"), FamilyPlan.figure(family));
    }

    private static void unit(ObjectNode node, PersonUnit unit) {
        node.put("neuron", unit.neuron()).put("bias", unit.bias());
        ArrayNode correlations = node.putArray("correlations");
        unit.correlations()
                .forEach((feature, r) -> correlations
                        .addObject()
                        .put("feature", feature.word())
                        .put("value", r)
                        .put("text", unit.correlation(feature)));
        unit.standsFor()
                .ifPresentOrElse(feature -> node.put("standsFor", feature.word()), () -> node.putNull("standsFor"));
        node.put("sentence", unit.sentence());
    }

    /** A question with the network's answer at a step. */
    public static byte[] answer(Run run, FamilyAnswer.Question asked) {
        FamilyAnswer answer = FamilyAnswer.of(run, asked);
        ObjectNode node = NODES.objectNode().put("step", run.step());
        question(node, answer.question());
        node.put("question", "Who is " + answer.question() + "?");
        numbers(node.putArray("outputs"), answer.outputs());
        texts(
                node.putArray("named"),
                answer.named().stream().map(FamilyTree.people()::get).toList());
        texts(
                node.putArray("answers"),
                answer.right().stream().map(FamilyTree.people()::get).toList());
        node.put("right", answer.isRight()).put("heldOut", answer.heldOut());
        texts(node.putArray("sentences"), answer.sentences());
        node.put("score", FamilyScore.of(run).sentence());
        return Json.bytes(node);
    }

    private static void question(ObjectNode node, FamilyAnswer.Question question) {
        node.put("person", FamilyTree.people().get(question.person()))
                .put("relation", FamilyTree.relations().get(question.relation()));
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private static void whole(ArrayNode array, List<Integer> numbers) {
        numbers.forEach(array::add);
    }

    private static void numbers(ArrayNode array, double[] numbers) {
        for (double number : numbers) {
            array.add(number);
        }
    }
}
