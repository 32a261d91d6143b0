package downhill.course;

import downhill.course.Widget.StageKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All widgets: the one list from which lesson checks, demo pages, descriptions, style sheets and tests derive.
 *
 * @param all in the order of {@code widgets.json}
 */
public record Widgets(List<Widget> all) {
    public Optional<Widget> named(String name) {
        return all.stream().filter(widget -> widget.name().equals(name)).findFirst();
    }

    /** Returns the names that a stage of this kind may show. */
    public List<String> on(StageKind kind) {
        return all.stream()
                .filter(widget -> widget.stages().contains(kind))
                .map(Widget::name)
                .toList();
    }

    /** Returns for each section of a description the elements that show its content, as a CSS selector. */
    public Map<String, String> figures() {
        Map<String, String> figures = new LinkedHashMap<>();
        for (Widget widget : all) {
            widget.describes()
                    .forEach((section, condition) ->
                            figures.merge(section, widget.element() + condition, (a, b) -> a + "," + b));
        }
        return figures;
    }

    /** Returns the demo pages. */
    public List<Widget.Demo> demos() {
        return all.stream().flatMap(widget -> widget.demo().stream()).toList();
    }
}
