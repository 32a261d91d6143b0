/**
 * Serves style sheets, scripts, fonts and libraries. Each file is compressed once and has its hash in its address, so browsers may
 * keep it for ever.
 */
@org.jspecify.annotations.NullMarked
package downhill.web.assets;
