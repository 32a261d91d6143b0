package downhill.insight.family;

import downhill.data.builtin.FamilyTree;
import downhill.data.builtin.FamilyTree.Couple;
import downhill.data.builtin.FamilyTree.Siblings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The places of the people in their two trees: generations from the oldest, and in each the order from left to right. */
public final class FamilyPlan {
    /** The number of people of one family, which is each Italian's distance from the English twin. */
    static final int FAMILY = 12;

    private static final List<Couple> COUPLES = FamilyTree.couples();
    private static final List<Siblings> SIBLINGS = FamilyTree.siblings();

    /** The English people in the order of the paper's figure of the person units, men first; the Italians are below their twins. */
    private static final List<Integer> FIGURE = List.of(0, 2, 5, 7, 9, 10, 1, 3, 6, 8, 4, 11);

    private FamilyPlan() {}

    /** The people of a family in the order in which the paper's figure shows their weights. */
    public static List<Integer> figure(int family) {
        return FIGURE.stream().map(person -> person + family * FAMILY).toList();
    }

    /** The generations of a family, the oldest first: 0 is the English family, 1 the Italian one. */
    public static List<List<Integer>> rows(int family) {
        List<Integer> first = founders(family).flatMap(FamilyPlan::both).toList();
        List<Integer> middle = chain(Stream.iterate(family * FAMILY, person -> person + 1)
                .limit(FAMILY)
                .filter(person -> generation(person) == 2 && parents(person).isEmpty())
                .findFirst()
                .orElseThrow());
        List<Integer> last = Stream.iterate(family * FAMILY, person -> person + 1)
                .limit(FAMILY)
                .filter(person -> generation(person) == 3)
                .toList();
        return List.of(first, middle, last);
    }

    /** The generation of a person, from 1; those who married into a family belong to that of their husband or wife. */
    static int generation(int person) {
        if (isFounder(person)) {
            return 1;
        }
        return parents(person)
                .map(couple -> generation(couple.husband()) + 1)
                .orElseGet(() -> generation(partner(person).orElseThrow()));
    }

    /** The founding couples from whom a person descends; of those who married into a family, their husband's or wife's. */
    static List<Couple> foundersOf(int person) {
        if (isFounder(person)) {
            return COUPLES.stream().filter(couple -> isIn(couple, person)).toList();
        }
        return parents(person)
                .map(couple -> both(couple)
                        .flatMap(parent -> foundersOf(parent).stream())
                        .distinct()
                        .toList())
                .orElseGet(() -> foundersOf(partner(person).orElseThrow()));
    }

    /** The couples of a family of whom neither has parents in the tree. */
    static Stream<Couple> founders(int family) {
        return COUPLES.stream()
                .filter(couple -> couple.husband() / FAMILY == family)
                .filter(couple ->
                        both(couple).allMatch(person -> parents(person).isEmpty()));
    }

    private static boolean isFounder(int person) {
        return founders(person / FAMILY).anyMatch(couple -> isIn(couple, person));
    }

    /** A generation from left to right: husband or wife, then brother or sister, and so on in turn. */
    private static List<Integer> chain(int outermost) {
        List<Integer> chain = new ArrayList<>(List.of(outermost));
        Optional<Integer> next = partner(outermost);
        while (next.isPresent()) {
            chain.add(next.get());
            int last = next.get();
            next = chain.size() % 2 == 0 ? sibling(last) : partner(last);
        }
        return chain;
    }

    private static Optional<Couple> parents(int person) {
        return SIBLINGS.stream()
                .filter(one -> one.son() == person || one.daughter() == person)
                .map(Siblings::parents)
                .findFirst();
    }

    private static Optional<Integer> partner(int person) {
        return other(COUPLES.stream().map(couple -> both(couple).toList()).toList(), person);
    }

    private static Optional<Integer> sibling(int person) {
        return other(
                SIBLINGS.stream().map(one -> List.of(one.son(), one.daughter())).toList(), person);
    }

    private static Optional<Integer> other(List<List<Integer>> pairs, int person) {
        Predicate<Integer> isOther = one -> one != person;
        return pairs.stream()
                .filter(pair -> pair.contains(person))
                .flatMap(pair -> pair.stream().filter(isOther))
                .findFirst();
    }

    private static boolean isIn(Couple couple, int person) {
        return couple.husband() == person || couple.wife() == person;
    }

    private static Stream<Integer> both(Couple couple) {
        return Stream.of(couple.husband(), couple.wife());
    }
}
