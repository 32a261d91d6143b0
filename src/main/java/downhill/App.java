package downhill;

/** The program. */
public final class App {
    private App() {}

    public static void main(String[] arguments) {}
}
