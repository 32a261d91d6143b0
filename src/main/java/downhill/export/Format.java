package downhill.export;

/** A language that a run can be written in. */
public enum Format {
    NUMPY("run.py", "text/x-python"),
    PYTORCH("run.py", "text/x-python"),
    JAVA("Downhill.java", "text/x-java");

    private final String file;
    private final String type;

    Format(String file, String type) {
        this.file = file;
        this.type = type;
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
