package downhill.data.builtin;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The two families of the 1986 paper (Rumelhart, Hinton and Williams, Nature 323, figure 2): twelve English people and twelve
 * Italian ones who are related in the same way.
 *
 * <p>Only marriages and children are written down; every relation follows from them. People are numbered 0 to 23, the English
 * first, each Italian 12 after the English twin.
 */
public final class FamilyTree {
    private static final int FAMILY = 12;

    private static final List<String> PEOPLE = List.of(
            "Christopher",
            "Penelope",
            "Andrew",
            "Christine",
            "Margaret",
            "Arthur",
            "Victoria",
            "James",
            "Jennifer",
            "Charles",
            "Colin",
            "Charlotte",
            "Roberto",
            "Maria",
            "Pierro",
            "Francesca",
            "Gina",
            "Emilio",
            "Lucia",
            "Marco",
            "Angela",
            "Tomaso",
            "Alfonso",
            "Sophia");

    private static final List<String> RELATIONS = List.of(
            "father",
            "mother",
            "husband",
            "wife",
            "son",
            "daughter",
            "uncle",
            "aunt",
            "brother",
            "sister",
            "nephew",
            "niece");

    /** Husband and wife of each couple of the English family. */
    private static final List<Couple> COUPLES =
            List.of(new Couple(0, 1), new Couple(2, 3), new Couple(5, 4), new Couple(7, 6), new Couple(9, 8));

    /** Every couple with children has a son and a daughter: Christopher's, Andrew's and James's. */
    private static final List<Siblings> CHILDREN = List.of(
            new Siblings(COUPLES.get(0), 5, 6),
            new Siblings(COUPLES.get(1), 7, 8),
            new Siblings(COUPLES.get(3), 10, 11));

    /** Two people who are married. */
    public record Couple(int husband, int wife) {
        boolean has(int person) {
            return husband == person || wife == person;
        }

        private Couple shifted(int by) {
            return new Couple(husband + by, wife + by);
        }
    }

    /** A son and a daughter, and their parents. */
    public record Siblings(Couple parents, int son, int daughter) {
        boolean has(int person) {
            return son == person || daughter == person;
        }

        private Siblings shifted(int by) {
            return new Siblings(parents.shifted(by), son + by, daughter + by);
        }
    }

    /**
     * A question and its answers: a person, one of that person's relations, and everyone who is that to the person.
     *
     * @param person 0 to 23
     * @param relation 0 to 11
     * @param answers people, at least one
     */
    public record Case(int person, int relation, List<Integer> answers) {}

    private FamilyTree() {}

    /** The 24 names, English then Italian. */
    public static List<String> people() {
        return PEOPLE;
    }

    /** The twelve relations. */
    public static List<String> relations() {
        return RELATIONS;
    }

    /** The couples of both families, English then Italian. */
    public static List<Couple> couples() {
        return Stream.of(0, FAMILY)
                .flatMap(by -> COUPLES.stream().map(couple -> couple.shifted(by)))
                .toList();
    }

    /** The brothers and sisters of both families, English then Italian. */
    public static List<Siblings> siblings() {
        return Stream.of(0, FAMILY)
                .flatMap(by -> CHILDREN.stream().map(children -> children.shifted(by)))
                .toList();
    }

    /** The paper's 104 cases, by person, then by relation. */
    public static List<Case> cases() {
        return IntStream.range(0, PEOPLE.size())
                .boxed()
                .flatMap(person -> IntStream.range(0, RELATIONS.size())
                        .mapToObj(relation -> new Case(person, relation, answers(person, relation))))
                .filter(one -> !one.answers().isEmpty())
                .toList();
    }

    /** Everyone who is this to the person, the answers to "the person's relation is …"; nobody if the tree has no such person. */
    public static List<Integer> answers(int person, int relation) {
        int family = person / FAMILY * FAMILY;
        return related(person - family, RELATIONS.get(relation))
                .distinct()
                .sorted()
                .map(answer -> answer + family)
                .boxed()
                .toList();
    }

    private static IntStream related(int person, String relation) {
        return switch (relation) {
            case "father" -> parents(person).mapToInt(Couple::husband);
            case "mother" -> parents(person).mapToInt(Couple::wife);
            case "husband" -> wivesCouple(person).mapToInt(Couple::husband);
            case "wife" -> husbandsCouple(person).mapToInt(Couple::wife);
            case "son" -> children(person).mapToInt(Siblings::son);
            case "daughter" -> children(person).mapToInt(Siblings::daughter);
            case "brother" -> siblings(person).mapToInt(Siblings::son).filter(one -> one != person);
            case "sister" -> siblings(person).mapToInt(Siblings::daughter).filter(one -> one != person);
            case "uncle" -> parentsSiblings(person, "brother", "sister", "husband");
            case "aunt" -> parentsSiblings(person, "sister", "brother", "wife");
            case "nephew" -> siblingsChildren(person, "son");
            case "niece" -> siblingsChildren(person, "daughter");
            default -> throw new IllegalArgumentException("no relation " + relation + "; there are " + RELATIONS);
        };
    }

    /** A parent's own sibling, and the person who married the parent's other sibling. */
    private static IntStream parentsSiblings(int person, String own, String other, String married) {
        return each(person, "father", "mother")
                .flatMap(parent -> IntStream.concat(
                        related(parent, own), related(parent, other).flatMap(one -> related(one, married))));
    }

    /** The children of one's siblings and of the siblings of one's husband or wife. */
    private static IntStream siblingsChildren(int person, String child) {
        return IntStream.concat(IntStream.of(person), each(person, "husband", "wife"))
                .flatMap(one -> each(one, "brother", "sister"))
                .flatMap(sibling -> related(sibling, child));
    }

    private static IntStream each(int person, String first, String second) {
        return IntStream.concat(related(person, first), related(person, second));
    }

    private static Stream<Couple> husbandsCouple(int person) {
        return COUPLES.stream().filter(couple -> couple.husband() == person);
    }

    private static Stream<Couple> wivesCouple(int person) {
        return COUPLES.stream().filter(couple -> couple.wife() == person);
    }

    private static Stream<Siblings> siblings(int person) {
        return CHILDREN.stream().filter(family -> family.has(person));
    }

    private static Stream<Couple> parents(int person) {
        return siblings(person).map(Siblings::parents);
    }

    private static Stream<Siblings> children(int person) {
        return CHILDREN.stream().filter(family -> family.parents().has(person));
    }
}
