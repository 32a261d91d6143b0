/**
 * Readers of the files that users bring, plain or gzip, within {@link downhill.data.upload.UploadLimits}:
 * {@link downhill.data.upload.UploadReader} finds the format and hands the file to {@link downhill.data.upload.CsvReader} or
 * {@link downhill.data.upload.IdxReader}; an {@link downhill.data.upload.UploadRefusedException} names the place of a mistake.
 */
@org.jspecify.annotations.NullMarked
package downhill.data.upload;
