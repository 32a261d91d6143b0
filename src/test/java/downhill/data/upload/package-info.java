@org.jspecify.annotations.NullMarked
package downhill.data.upload;
