package downhill.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A Jupyter notebook that reads a run from its server: its costs, its weights and its stream of frames. {@code notebook.py} has it as a program in the percent
 * format, in which {@code # %%} begins a cell.
 */
public final class Notebook {
    private static final String CELL = "# %%";
    private static final String WORDS = "# %% [markdown]";

    /**
     * A part of a notebook.
     *
     * @param isCode false for words in Markdown
     */
    public record Cell(boolean isCode, List<String> lines) {}

    private Notebook() {}

    /**
     * The cells of a run's notebook.
     *
     * @param site the start of the server's addresses, such as {@code https://learn.example/downhill}
     * @param run the name by which the run is read
     */
    public static List<Cell> cells(String site, String run) {
        List<Cell> cells = new ArrayList<>();
        for (String line :
                program().replace("@SITE@", site).replace("@RUN@", run).lines().toList()) {
            if (line.startsWith(CELL)) {
                cells.add(new Cell(!line.equals(WORDS), new ArrayList<>()));
            } else {
                Cell cell = cells.getLast();
                cell.lines().add(cell.isCode() ? line : line.replaceFirst("^# ?", ""));
            }
        }
        return cells.stream().map(Notebook::trimmed).toList();
    }

    /** The same without the empty lines that part it from the next. */
    private static Cell trimmed(Cell cell) {
        int end = cell.lines().size();
        while (end > 0 && cell.lines().get(end - 1).isBlank()) {
            end--;
        }
        return new Cell(cell.isCode(), List.copyOf(cell.lines().subList(0, end)));
    }

    private static String program() {
        try (InputStream text = Objects.requireNonNull(Notebook.class.getResourceAsStream("notebook.py"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
