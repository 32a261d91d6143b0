package downhill.export;

import java.util.Locale;

/** A language that a run can be written in. */
public enum Format {
    NUMPY("NumPy", "run.py", "text/x-python"),
    PYTORCH("PyTorch", "run.py", "text/x-python"),
    JAVA("Java", "Downhill.java", "text/x-java");

    private final String label;
    private final String file;
    private final String type;

    Format(String label, String file, String type) {
        this.label = label;
        this.file = file;
        this.type = type;
    }

    /** The name of the language, as people write it. */
    public String label() {
        return label;
    }

    /** Its name in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of the file to save a program as. */
    public String file() {
        return file;
    }

    /** The media type of a program, in UTF-8. */
    public String type() {
        return type;
    }
}
