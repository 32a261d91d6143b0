package downhill.export;

/** A program text under construction, line by line, each as deep as the blocks that are open. */
final class Listing {
    private static final String INDENT = "    ";

    private final StringBuilder text = new StringBuilder();
    private int depth;

    /** Adds the lines of a block, none of which may be anything but our own words and numbers. */
    Listing add(String block) {
        block.lines().forEach(line -> {
            if (!line.isBlank()) {
                text.append(INDENT.repeat(depth)).append(line);
            }
            text.append('\n');
        });
        return this;
    }

    /** Adds the block if a condition holds. */
    Listing addIf(boolean condition, String block) {
        return condition ? add(block) : this;
    }

    Listing blank() {
        text.append('\n');
        return this;
    }

    /** The lines that follow stand one level deeper. */
    Listing in() {
        depth++;
        return this;
    }

    /** The lines that follow stand one level less deep. */
    Listing out() {
        depth--;
        return this;
    }

    /** How much there is so far. */
    int length() {
        return text.length();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
