/** Readers of the files that users bring: CSV and IDX, plain or gzip, within limits. */
@org.jspecify.annotations.NullMarked
package downhill.data.upload;
