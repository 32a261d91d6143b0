package downhill.json.form;

import java.util.AbstractList;
import java.util.RandomAccess;

/** Numbers that were read, as a list that takes a third of the memory of a list of objects. */
final class DoubleList extends AbstractList<Double> implements RandomAccess {
    private final double[] numbers;

    /** A list of these numbers, of which nobody else keeps the array. */
    DoubleList(double[] numbers) {
        this.numbers = numbers;
    }

    @Override
    public Double get(int index) {
        return numbers[index];
    }

    @Override
    public int size() {
        return numbers.length;
    }
}
