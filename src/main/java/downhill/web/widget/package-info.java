/**
 * The demo pages of the widgets: {@link downhill.web.widget.WidgetRoutes} serves one for each descriptor with a demo, on a recording or on
 * a run, and {@link downhill.web.widget.LandscapeDemo} the one that shows several.
 */
@org.jspecify.annotations.NullMarked
package downhill.web.widget;
