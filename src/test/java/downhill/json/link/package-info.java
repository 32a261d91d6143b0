@org.jspecify.annotations.NullMarked
package downhill.json.link;
