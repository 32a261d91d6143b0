package downhill.course.text;

import java.util.Arrays;
import java.util.Optional;

/** The picture on a button without words. Where a text names the button, the picture comes before its label. */
public enum Icon {
    PLAY("Play", "M7 4l13 8-13 8z"),
    PAUSE("Pause", "M6 4h4v16H6zM14 4h4v16h-4z"),
    STEP_BACK("Step back", "M17 5v14l-9-7zM5 5h2.2v14H5z"),
    STEP_FORWARD("Step forward", "M7 5v14l9-7zM16.8 5H19v14h-2.2z");

    private final String label;
    private final String path;

    Icon(String label, String path) {
        this.label = label;
        this.path = path;
    }

    /** The icon of the button with this label. */
    static Optional<Icon> of(String label) {
        return Arrays.stream(values()).filter(icon -> icon.label.equals(label)).findFirst();
    }

    /** Its outline, as an SVG path in a square of 24 by 24. */
    public String path() {
        return path;
    }

    /** The icon within a line of text. */
    String inline() {
        return "<svg class=\"inline-icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"" + path + "\"/></svg>";
    }
}
