package downhill.export;

/** A run as the templates of a language need it: its numbers as this language writes them. */
sealed interface ProgramModel permits PythonModel, JavaModel {
    /**
     * The number of numbers above which arrays are packed: nobody could scroll past them, and the initializer of a Java class has room for 64
     * kilobytes of code.
     */
    int MOST_READABLE = 3000;

    Recipe recipe();

    /** A flat array as an array of rows. */
    String array(double[] flat, int width);

    /** One sentence about the program. */
    default String title() {
        return Captions.title(recipe());
    }

    /** Returns whether the arrays are packed, so that the program has to unpack them. */
    default boolean isPacked() {
        return recipe().numbers() > MOST_READABLE;
    }

    default String inputs() {
        return array(recipe().data().inputs(), recipe().data().inputWidth());
    }

    default String targets() {
        return array(recipe().data().targets(), recipe().data().targetWidth());
    }

    /** The weights of a layer at step 0. */
    default String weights(int l) {
        return array(
                recipe().initial().weights(l),
                recipe().spec().network().layers().get(l));
    }
}
