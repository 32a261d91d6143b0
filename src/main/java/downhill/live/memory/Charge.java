package downhill.live.memory;

/** Memory that a visitor has taken from a {@link MemoryBudget}, which guards its state. */
public final class Charge implements AutoCloseable {
    final String visitor;
    long bytes;
    boolean isClosed;

    private final MemoryBudget budget;

    Charge(MemoryBudget budget, String visitor, long bytes) {
        this.budget = budget;
        this.visitor = visitor;
        this.bytes = bytes;
    }

    /** Takes more or gives some back, so that it is so much in all; changes nothing and answers false if there is no room. */
    public boolean resize(long to) {
        return budget.resize(this, to);
    }

    /** Returns the bytes charged now. */
    public long bytes() {
        return budget.bytes(this);
    }

    /** Gives everything back, once. */
    @Override
    public void close() {
        budget.close(this);
    }

    /** Makes something for which this memory was taken; if that fails, the memory is given back. */
    public <T, E extends Exception> T keptBy(Making<T, E> making) throws E {
        boolean isMade = false;
        try {
            T made = making.make();
            isMade = true;
            return made;
        } finally {
            if (!isMade) {
                close();
            }
        }
    }

    /** The making of something that takes memory. */
    @FunctionalInterface
    public interface Making<T, E extends Exception> {
        T make() throws E;
    }
}
